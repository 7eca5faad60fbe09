package pujiang.app.rulebook;

import pujiang.refusal.Refusal;
import pujiang.rulebook.DraftId;

/** Reasons to refuse, not to replay or not to activate a draft, in order of precedence. */
public sealed interface RuleDraftRefusal extends Refusal {

    record Unknown(DraftId draft) implements RuleDraftRefusal {}

    /** No ZIP, an empty one, or one whose directory and entries disagree. */
    record NotAnArchive() implements RuleDraftRefusal {}

    /** More bytes, packed or unpacked, or more files than a rule book has by far. */
    record TooLarge(int files, int fileBytes, int allBytes) implements RuleDraftRefusal {}

    /** No name that a file of a rule book can have, the same name twice, or no plain file. */
    record EntryRefused(String entry) implements RuleDraftRefusal {}

    record NotText(String entry) implements RuleDraftRefusal {}

    /** A draft with errors is not evaluated. */
    record Faulty(DraftId draft, int faults) implements RuleDraftRefusal {}

    record ReplayRunning() implements RuleDraftRefusal {}

    record NotReplayed(DraftId draft) implements RuleDraftRefusal {}

    /** The report is about another draft version or another book in force. */
    record ChangedSinceReport(DraftId draft, int reported, int edition) implements RuleDraftRefusal {}

    record NotTheNewestReport(String given, String newest) implements RuleDraftRefusal {}

    /** @param which some of the decisions that the report does not cover */
    record ReportBehind(long since, int most, String which) implements RuleDraftRefusal {}
}
