package pujiang.app.explanation;

import java.time.LocalDate;
import java.util.function.Function;
import pujiang.app.decision.Audience;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;

/**
 * A recorded decision on any matter.
 *
 * @param reader of the explanation
 * @param known facts of the same matter at the end of a day in Shanghai
 */
public record RecordedDecision(Decision decision, Audience reader, Function<LocalDate, FactSheet> known) {}
