package pujiang.web.explanation;

import java.time.LocalDate;
import java.util.function.Function;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;

/**
 * A decision as it was recorded, whatever it was about.
 *
 * @param known what was known of the same matter at the end of a day in Shanghai
 */
public record Decided(Decision decision, Function<LocalDate, FactSheet> known) {}
