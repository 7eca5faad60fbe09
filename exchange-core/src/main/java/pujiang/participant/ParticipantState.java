package pujiang.participant;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import pujiang.compliance.FactSheet;
import pujiang.participant.ParticipantEvent.ParticipantApplied;
import pujiang.participant.ParticipantEvent.ParticipantLapsed;
import pujiang.participant.ParticipantEvent.ParticipantRefused;
import pujiang.participant.ParticipantEvent.ParticipantReinstated;
import pujiang.participant.ParticipantEvent.ParticipantRejected;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.participant.ParticipantEvent.ParticipantVerified;

/** Where a participant's file stands. */
sealed interface ParticipantState {

    record Absent() implements ParticipantState {}

    record Applied(Application application, Instant due) implements ParticipantState {}

    record Active(Application application) implements ParticipantState {}

    record Suspended(Application application) implements ParticipantState {}

    /** Rejected, refused or lapsed; a new application takes a new id. */
    record Closed(Application application) implements ParticipantState {}

    /** What was asked for, kept to recognise the same request again. */
    record Application(Organisation organisation, Set<MarketRole> roles, FactSheet statement) {

        public Application {
            roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        }
    }

    /** As the boards and the refusals name it. */
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
            case ParticipantApplied applied ->
                new Applied(
                        new Application(applied.organisation(), applied.roles(), applied.statement()), applied.due());
            case ParticipantVerified _, ParticipantReinstated _ -> new Active(application());
            case ParticipantSuspended _ -> new Suspended(application());
            case ParticipantRefused _, ParticipantRejected _, ParticipantLapsed _ -> new Closed(application());
        };
    }

    default Application application() {
        return switch (this) {
            case Absent _ -> throw new IllegalStateException("no application was made");
            case Applied(var application, var _) -> application;
            case Active(var application) -> application;
            case Suspended(var application) -> application;
            case Closed(var application) -> application;
        };
    }
}
