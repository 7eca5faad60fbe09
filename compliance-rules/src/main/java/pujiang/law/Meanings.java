package pujiang.law;

import java.util.EnumSet;
import pujiang.compliance.Condition;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Trait;
import pujiang.compliance.Traits;

/** Which traits an exchange has, by the same definitions and numbers that its rules use. */
final class Meanings {

    private Meanings() {}

    /** To be asked within {@link EvaluationContext#NOW}. */
    static Traits of(ProposedExchange x) {
        var certain = EnumSet.noneOf(Trait.class);
        var undecided = EnumSet.noneOf(Trait.class);
        for (var trait : Trait.values()) {
            try {
                if (applies(trait, x).certain()) certain.add(trait);
                else if (mayApply(trait, x).possible()) undecided.add(trait);
            } catch (IllegalStateException _) {
                // The book lacks a number that the meaning needs.
                undecided.add(trait);
            }
        }
        return new Traits(certain, undecided);
    }

    private static Condition applies(Trait trait, ProposedExchange x) {
        return switch (trait) {
            case PERSONAL_INFORMATION -> Definitions.isPersonalInformation(x);
            case SENSITIVE -> Definitions.isOfSensitiveKind(x);
            case OF_MINORS -> Definitions.isOfMinors(x);
            case IMPORTANT_DATA -> Definitions.isImportant(x);
            case PERHAPS_IMPORTANT -> Definitions.isPerhapsImportant(x);
            case CROSSES_THE_BORDER -> Definitions.crossesTheBorder(x);
            case AUTHORISED_OPERATION -> PublicData.isFromAuthorisedOperation(x);
        };
    }

    /** What is claimed to be anonymous is not shown to be: it is undecided, though the claim is known. */
    private static Condition mayApply(Trait trait, ProposedExchange x) {
        return trait == Trait.PERSONAL_INFORMATION ? Definitions.isNotShownToBeAnonymous(x) : applies(trait, x);
    }
}
