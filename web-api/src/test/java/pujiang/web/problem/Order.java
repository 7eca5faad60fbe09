package pujiang.web.problem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.participant.ParticipantId;

/** A body with one field of every kind that requests have. */
record Order(
        ParticipantId buyer,
        Purpose purpose,
        int count,
        double ratio,
        LocalDate on,
        Terms terms,
        @Nullable String note) {}
