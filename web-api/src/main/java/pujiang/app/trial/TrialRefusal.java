package pujiang.app.trial;

import pujiang.refusal.Refusal;

/** Reasons why a draft has no result, in order of precedence. They are not errors of the draft, and are not stored. */
public sealed interface TrialRefusal extends Refusal {

    /** This machine confines a draft less than the operator wants. */
    record NotConfined(String found, String weakest) implements TrialRefusal {}

    /** The machine did not start its process, or ended it. */
    record Lost(String why) implements TrialRefusal {}
}
