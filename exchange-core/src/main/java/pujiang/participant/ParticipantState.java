package pujiang.participant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import pujiang.compliance.Assessment;
import pujiang.compliance.Assessments;
import pujiang.compliance.FactSheet;
import pujiang.participant.ParticipantEvent.ParticipantApplied;
import pujiang.participant.ParticipantEvent.ParticipantAssessed;
import pujiang.participant.ParticipantEvent.ParticipantLapsed;
import pujiang.participant.ParticipantEvent.ParticipantRefused;
import pujiang.participant.ParticipantEvent.ParticipantReinstated;
import pujiang.participant.ParticipantEvent.ParticipantRejected;
import pujiang.participant.ParticipantEvent.ParticipantStopLifted;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.participant.ParticipantEvent.ParticipantVerified;
import pujiang.participant.ParticipantEvent.StatementRevised;

/** The state of a participant's file. */
sealed interface ParticipantState {

    record Absent() implements ParticipantState {}

    record Applied(Papers papers, Instant due) implements ParticipantState {}

    record Active(Papers papers) implements ParticipantState {}

    record Suspended(Papers papers) implements ParticipantState {}

    /** Rejected, refused or lapsed; a new application needs a new id. */
    record Closed(Papers papers) implements ParticipantState {}

    /** The application, kept to recognise a repeated request. */
    record Application(Organisation organisation, Set<MarketRole> roles, FactSheet statement) {

        public Application {
            roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        }
    }

    /** The content of the file: the application, the participant's current statement, and assessments. */
    record Papers(Application application, FactSheet statement, Assessments assessments) {

        static Papers of(ParticipantApplied applied) {
            var application = new Application(applied.organisation(), applied.roles(), applied.statement());
            return new Papers(application, applied.statement(), Assessments.NONE);
        }

        Papers stating(FactSheet statement) {
            return new Papers(application, statement, assessments);
        }

        Papers with(Assessment assessment) {
            return new Papers(application, statement, assessments.with(assessment));
        }

        /** The facts for the rules, once the identity has been verified. */
        FactSheet facts(LocalDate on) {
            return application.organisation().facts(statement, assessments, true, on);
        }
    }

    /** The name in read models and refusals. */
    default String name() {
        return switch (this) {
            case Absent _ -> "absent";
            case Applied _ -> "applied";
            case Active _ -> "active";
            case Suspended _ -> "suspended";
            case Closed _ -> "closed";
        };
    }

    default ParticipantState after(ParticipantEvent event) {
        return switch (event) {
            case ParticipantApplied applied -> new Applied(Papers.of(applied), applied.due());
            case ParticipantVerified _, ParticipantReinstated _ -> new Active(papers());
            case ParticipantSuspended _ -> new Suspended(papers());
            case ParticipantStopLifted _ -> this;
            case ParticipantRefused _, ParticipantRejected _, ParticipantLapsed _ -> new Closed(papers());
            case StatementRevised revised -> holding(papers().stating(revised.statement()));
            case ParticipantAssessed assessed -> holding(papers().with(assessed.assessment()));
        };
    }

    default Papers papers() {
        return switch (this) {
            case Absent _ -> throw new IllegalStateException("no application was made");
            case Applied(var papers, var _) -> papers;
            case Active(var papers) -> papers;
            case Suspended(var papers) -> papers;
            case Closed(var papers) -> papers;
        };
    }

    /** The same state with another content. */
    private ParticipantState holding(Papers changed) {
        return switch (this) {
            case Absent _ -> throw new IllegalStateException("no application was made");
            case Applied(var _, var due) -> new Applied(changed, due);
            case Active _ -> new Active(changed);
            case Suspended _ -> new Suspended(changed);
            case Closed _ -> new Closed(changed);
        };
    }
}
