package pujiang.compliance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule found: which law says so, since when, on which observations, and what would mend it.
 *
 * @param rule the rule's id in the catalogue, for example {@code PIPL-23-1}
 * @param article as the instrument counts it, for example {@code 23}
 * @param from the first day on which the rule is in force
 * @param to the last day, or null while it is in force
 * @param bearer who bears it; null where the rule names nobody, because no obligation follows from it
 */
public record Finding(
        String rule,
        Outcome outcome,
        Bilingual title,
        Bilingual instrument,
        String article,
        LocalDate from,
        @Nullable LocalDate to,
        List<Condition.Observation> conditions,
        Bilingual remedy,
        @Nullable Obligor bearer) {

    public Finding {
        conditions = List.copyOf(conditions);
    }
}
