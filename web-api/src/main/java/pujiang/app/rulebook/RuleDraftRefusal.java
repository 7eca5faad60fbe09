package pujiang.app.rulebook;

import pujiang.refusal.Refusal;
import pujiang.rulebook.DraftId;

/** Why a draft is not taken, replayed or activated, in order of precedence. */
public sealed interface RuleDraftRefusal extends Refusal {

    record Unknown(DraftId draft) implements RuleDraftRefusal {
        @Override
        public String code() {
            return "rule-draft.unknown";
        }
    }

    /** No ZIP, an empty one, or one whose directory and entries disagree. */
    record NotAnArchive() implements RuleDraftRefusal {
        @Override
        public String code() {
            return "rule-draft.not-an-archive";
        }
    }

    /** More bytes, packed or unpacked, or more files than a rule book has by far. */
    record TooLarge(int files, int fileBytes, int allBytes) implements RuleDraftRefusal {
        @Override
        public String code() {
            return "rule-draft.too-large";
        }
    }

    /** No name that a file of a rule book can have, the same name twice, or no plain file. */
    record EntryRefused(String entry) implements RuleDraftRefusal {
        @Override
        public String code() {
            return "rule-draft.entry-refused";
        }
    }

    record NotText(String entry) implements RuleDraftRefusal {
        @Override
        public String code() {
            return "rule-draft.not-text";
        }
    }

    /** Nothing of a draft with faults is asked about anything. */
    record Faulty(DraftId draft, int faults) implements RuleDraftRefusal {
        @Override
        public String code() {
            return "rule-draft.faulty";
        }
    }

    record ReplayRunning() implements RuleDraftRefusal {
        @Override
        public String code() {
            return "rule-draft.replay-running";
        }

        @Override
        public boolean mayPassLater() {
            return true;
        }
    }

    record NotReplayed(DraftId draft) implements RuleDraftRefusal {
        @Override
        public String code() {
            return "rule-draft.not-replayed";
        }
    }

    /** The draft, or the book in force, is another one than the report is about. */
    record ChangedSinceReport(DraftId draft, int reported, int edition) implements RuleDraftRefusal {
        @Override
        public String code() {
            return "rule-draft.changed-since-report";
        }
    }

    record NotTheNewestReport(String given, String newest) implements RuleDraftRefusal {
        @Override
        public String code() {
            return "rule-draft.not-the-newest-report";
        }
    }

    /** @param which some of the decisions that the report does not cover */
    record ReportBehind(long since, int most, String which) implements RuleDraftRefusal {
        @Override
        public String code() {
            return "rule-draft.report-behind";
        }
    }

    @Override
    default boolean mayPassLater() {
        return false;
    }
}
