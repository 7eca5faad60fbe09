package pujiang.web.participant;

import java.util.List;
import pujiang.app.history.HistoryEvent;
import pujiang.participant.ParticipantEvent;
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
import pujiang.web.page.Remark;
import pujiang.web.page.TimelineEntry;

/** The history of a participant's file as its page tells it. */
public final class ParticipantTexts {

    private ParticipantTexts() {}

    static TimelineEntry of(HistoryEvent happened) {
        return TimelineEntry.of(happened.entry(), said((ParticipantEvent) happened.event()));
    }

    public static List<Remark> said(ParticipantEvent event) {
        return switch (event) {
            case ParticipantVerified it -> List.of(evidence(it.evidence()));
            case StatementRevised it -> List.of(evidence(it.evidence()));
            case ParticipantRejected it -> List.of(Remark.reason(it.reason()));
            case ParticipantSuspended it -> List.of(Remark.reason(it.reason()));
            case ParticipantStopLifted it ->
                List.of(Remark.reason(it.reason()), Remark.ground(it.ground().name()));
            case ParticipantReinstated it -> List.of(Remark.reason(it.reason()));
            case ParticipantApplied _, ParticipantAssessed _, ParticipantRefused _, ParticipantLapsed _ -> List.of();
        };
    }

    private static Remark evidence(String text) {
        return Remark.of("evidence", text, "/evidence");
    }
}
