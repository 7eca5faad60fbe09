package pujiang.app.explanation;

import java.time.LocalDate;
import java.util.function.Function;
import pujiang.app.decision.Audience;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;

/**
 * A decision as it was recorded, whatever it was about.
 *
 * @param reader for whom it is explained
 * @param known what was known of the same matter at the end of a day in Shanghai
 */
public record RecordedDecision(Decision decision, Audience reader, Function<LocalDate, FactSheet> known) {}
