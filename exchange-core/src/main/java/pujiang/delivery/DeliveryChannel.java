package pujiang.delivery;

/**
 * A way by which handovers of one kind reach their buyers. Every channel of the running program is a component that
 * implements this.
 */
public interface DeliveryChannel {

    Handover.Kind serves();

    /**
     * Whether the exchange controls it: data leaves through it to the buyer alone, after the receipt, and each use is on
     * record. The rules call such a channel approved.
     */
    boolean isControlled();
}
