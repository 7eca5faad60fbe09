package pujiang.trade;

import java.util.List;
import java.util.Set;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.Standing;
import pujiang.compliance.Step;
import pujiang.participant.ParticipantId;

/** The two parties of a trade, each of whom can show papers about its own side. */
public enum Side {
    VENDOR(Step.SELLER_STATEMENT, Step.PROFILE, Step.RECIPIENT),
    BUYER(Step.BUYER_STATEMENT, Step.USE);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
    private final Set<Step> speaks;

    Side(Step... speaks) {
        this.speaks = Set.of(speaks);
    }

    public ParticipantId of(Agreement agreement) {
        return switch (this) {
            case VENDOR -> agreement.vendor();
            case BUYER -> agreement.buyer();
        };
    }

    /** What it states anyway: never what a third party finds, or what the exchange counts and knows. */
    public boolean mayEvidence(Fact<?> fact) {
        return Standing.of(fact).at().stream().anyMatch(speaks::contains);
    }

    /** In the order of the catalogue. */
    public List<Fact<?>> evidences() {
        return FactDictionary.all().stream().filter(this::mayEvidence).toList();
    }
}
