package pujiang.compliance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one rule that fired: its article, its days in force, its observations and its remedy.
 *
 * @param rule the rule's id in the catalogue, for example {@code PIPL-23-1}
 * @param article as the instrument counts it, for example {@code 23}
 * @param from the first day on which the rule is in force
 * @param to the last day, or null while it is in force
 * @param bearer the responsible party; null where the rule names none, because no obligation follows
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
