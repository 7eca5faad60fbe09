package pujiang.law;

import java.util.EnumSet;
import pujiang.compliance.Condition;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Trait;
import pujiang.compliance.Traits;

/** Determines the traits of an exchange, by the same definitions and numbers that its rules use. */
final class Meanings {

    private Meanings() {}

    /** Call it within {@link EvaluationContext#NOW}. */
    static Traits of(ProposedExchange x) {
        var certain = EnumSet.noneOf(Trait.class);
        var undecided = EnumSet.noneOf(Trait.class);
        for (var trait : Trait.values()) {
            try {
                if (applies(trait, x).certain()) certain.add(trait);
                else if (mayApply(trait, x).possible()) undecided.add(trait);
            } catch (IllegalStateException _) {
                // The rule book lacks a number that the definition needs.
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

    /** Data only claimed to be anonymous is undecided, although the claim is known. */
    private static Condition mayApply(Trait trait, ProposedExchange x) {
        return trait == Trait.PERSONAL_INFORMATION ? Definitions.isNotShownToBeAnonymous(x) : applies(trait, x);
    }
}
