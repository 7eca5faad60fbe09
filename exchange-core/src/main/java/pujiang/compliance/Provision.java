package pujiang.compliance;

import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * A requirement of an article that no rule at a gate finds.
 *
 * @param title the requirement, in a few words
 * @param remedy how it is fulfilled
 * @param month for {@link Kind#YEARLY}, the month at whose end it is due each year; null for any other
 */
public record Provision(
        Kind kind, Citation law, Bilingual title, Bilingual remedy, Obligor bearer, @Nullable Month month) {

    public enum Kind {
        DELETION,
        AGREED_USE,
        ONWARD_TRANSFER,
        YEARLY
    }
}
