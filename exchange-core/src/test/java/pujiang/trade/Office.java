package pujiang.trade;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import pujiang.compliance.Clearance;
import pujiang.compliance.ComplianceReview;
import pujiang.delivery.DeliveryChannel;
import pujiang.delivery.DeliveryChannels;
import pujiang.delivery.Handover;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refusal;

/** Money, counts and signatures as a test wants them; remembers in order what it was asked to do. */
final class Office {

    private final List<String> done = new ArrayList<>();
    private boolean solvent = true;
    private List<GrantedWaivers.Granted> granted = List.of();
    private Optional<Refusal> objection = Optional.empty();
    private DeliveryChannels channels = DeliveryChannels.of(List.of(new FileChannel()));
    private FourEyes fourEyes = new FourEyes(Money.parse("CNY 1000000.00"));

    TradePorts at(Instant now, ComplianceReview law) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new TradePorts(
                law,
                new Counter(),
                new Safe(),
                new Pen(),
                Periods.STANDARD,
                fourEyes,
                (_, _) -> granted,
                (_, _) -> objection,
                new Places(),
                channels,
                clock);
    }

    void twoOfficersLookFrom(String price) {
        fourEyes = new FourEyes(Money.parse(price));
    }

    void hasGranted(GrantedWaivers.Granted exception) {
        granted = List.of(exception);
    }

    void deliveriesAreHeldBy(Refusal reason) {
        objection = Optional.of(reason);
    }

    void hasNoChannel() {
        channels = DeliveryChannels.of(List.of());
    }

    void buyersHaveNoMoney() {
        solvent = false;
    }

    List<String> done() {
        return done;
    }

    static Attestation signed(String statement) {
        return new Attestation(statement, "0c".repeat(32), "2026-1", "MEUCIQ==", "q83vEg==");
    }

    private record FileChannel() implements DeliveryChannel {

        @Override
        public Handover.Kind serves() {
            return Handover.Kind.FILE;
        }

        @Override
        public boolean isControlled() {
            return true;
        }
    }

    private final class Safe implements Escrow {

        @Override
        public boolean reserve(TradeId trade, ParticipantId buyer, Money price) {
            done.add("reserve " + price + " of " + buyer);
            return solvent;
        }

        @Override
        public void release(TradeId trade) {
            done.add("release the money");
        }

        @Override
        public Payout payOut(TradeId trade, ParticipantId vendor, Money price, LocalDate on) {
            done.add("pay " + price + " to " + vendor + " on " + on);
            return new Payout(price.minus(price), price, BigDecimal.ZERO, on);
        }
    }

    private final class Counter implements ExportCounts {

        @Override
        public Counted including(TradeId trade, ParticipantId exporter, Year year, ExportShare share) {
            done.add("count " + share.persons() + " of " + exporter + " in " + year);
            return new Counted(90_000 + share.persons(), 7);
        }

        @Override
        public void take(TradeId trade, ParticipantId exporter, Year year, ExportShare share) {
            done.add("take " + share.persons() + " of " + exporter + " in " + year);
        }

        @Override
        public Counted preview(ParticipantId exporter, Year year, ExportShare share) {
            done.add("preview " + share.persons() + " of " + exporter + " in " + year);
            return new Counted(90_000 + share.persons(), 7);
        }

        @Override
        public void release(TradeId trade) {
            done.add("release the share");
        }
    }

    private final class Places implements OpenOrders {

        @Override
        public void enter(TradeId trade, Agreement proposed) {
            done.add("enter " + trade);
        }

        @Override
        public void leave(TradeId trade) {
            done.add("leave " + trade);
        }
    }

    private final class Pen implements Notary {

        @Override
        public Attestation receipt(TradeId trade, Agreement agreement, Handover handover, Clearance how, Instant at) {
            done.add("receipt " + how.lifting().map(Clearance.Lifting::officer).orElse("by law"));
            return signed("receipt");
        }

        @Override
        public Attestation certificate(
                CertificateNumber number,
                TradeId trade,
                Agreement agreement,
                Attestation receipt,
                Payout payout,
                Instant at) {
            done.add("certificate on " + receipt.statement());
            return signed("certificate");
        }
    }
}
