package pujiang.trade;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pujiang.refusal.Refused;
import pujiang.trade.ReviewCommand.RevokeException;
import pujiang.trade.ReviewEvent.ExceptionGranted;
import pujiang.trade.ReviewEvent.ExceptionRevoked;

/**
 * The exceptions that were granted in one trade. They remain after its end and can be revoked long after it.
 *
 * @param granted by the number of the event that granted it
 * @param revoked numbers of those of the revoked exceptions
 */
record Waivers(Map<Long, Waiver> granted, Set<Long> revoked) {

    static final Waivers NONE = new Waivers(Map.of(), Set.of());

    Waivers {
        granted = Map.copyOf(granted);
        revoked = Set.copyOf(revoked);
    }

    /** @param number of the event within the trade */
    Waivers after(TradeEvent event, long number) {
        if (event instanceof ExceptionGranted grant) return with(number, grant.waiver());
        return event instanceof ExceptionRevoked revocation ? without(revocation.exception()) : this;
    }

    /**
     * The event of a revocation; empty if already revoked.
     *
     * @throws Refused if it was never granted, or has expired
     */
    Optional<TradeEvent> revoked(RevokeException command, LocalDate on) {
        var trade = command.trade();
        var number = command.exception();
        var waiver = granted.get(number);
        if (waiver == null) throw new Refused(new TradeRefusal.ExceptionUnknown(trade, number));
        if (revoked.contains(number)) return Optional.empty();
        if (on.isAfter(waiver.until())) throw new Refused(new TradeRefusal.ExceptionEnded(trade, waiver.until()));
        return Optional.of(new ExceptionRevoked(trade, number, command.officer(), command.ground()));
    }

    private Waivers with(long number, Waiver waiver) {
        var more = new HashMap<>(granted);
        more.put(number, waiver);
        return new Waivers(more, revoked);
    }

    private Waivers without(long number) {
        var more = new HashSet<>(revoked);
        more.add(number);
        return new Waivers(granted, more);
    }
}
