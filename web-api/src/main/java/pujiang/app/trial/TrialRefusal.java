package pujiang.app.trial;

import pujiang.refusal.Refusal;

/** Why nothing can be said of a draft, in order of precedence. It is no fault of the draft, and is kept nowhere. */
public sealed interface TrialRefusal extends Refusal {

    /** This machine confines a draft less than the operator wants. */
    record NotConfined(String found, String weakest) implements TrialRefusal {}

    /** The machine did not start its process, or ended it. */
    record Lost(String why) implements TrialRefusal {}
}
