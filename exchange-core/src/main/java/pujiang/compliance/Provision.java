package pujiang.compliance;

import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * What an article asks of a party by itself, without a rule that finds it at a gate.
 *
 * @param title what is owed, in a few words
 * @param remedy what fulfils it
 * @param month for {@link Kind#YEARLY}, at whose end each year it is due; null for any other
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
