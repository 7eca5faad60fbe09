package pujiang.app.delivery;

import org.springframework.stereotype.Component;
import pujiang.delivery.DeliveryChannel;
import pujiang.delivery.Handover.Kind;

/** Files leave by the one-time links of {@link Downloads}; there is no other way out. */
@Component
final class DownloadLinks implements DeliveryChannel {

    @Override
    public Kind serves() {
        return Kind.FILE;
    }

    /** A link is given to the buyer alone, after the receipt, and its use is an event of the trade. */
    @Override
    public boolean isControlled() {
        return true;
    }
}
