package pujiang.trade;

import java.util.List;
import java.util.Set;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.StatementChannel;
import pujiang.participant.ParticipantId;

/** The two parties of a trade. Each can submit documents about its own side. */
public enum TradeParty {
    VENDOR(StatementChannel.SELLER_STATEMENT, StatementChannel.PROFILE, StatementChannel.RECIPIENT),
    BUYER(StatementChannel.BUYER_STATEMENT, StatementChannel.USE);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
    private final Set<StatementChannel> speaks;

    TradeParty(StatementChannel... speaks) {
        this.speaks = Set.of(speaks);
    }

    public ParticipantId of(Agreement agreement) {
        return switch (this) {
            case VENDOR -> agreement.vendor();
            case BUYER -> agreement.buyer();
        };
    }

    /** Facts that it may state: never findings of third parties or the exchange's own counts and observations. */
    public boolean mayEvidence(Fact<?> fact) {
        return FactProvenance.of(fact).at().stream().anyMatch(speaks::contains);
    }

    /** In the order of the catalogue. */
    public List<Fact<?>> evidences() {
        return FactDictionary.all().stream().filter(this::mayEvidence).toList();
    }
}
