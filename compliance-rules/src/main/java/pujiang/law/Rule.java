package pujiang.law;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Gate;
import pujiang.compliance.Obligor;

/**
 * The description of a rule, or of one of its versions if the law has changed.
 *
 * @param id its id in the catalogue, for example {@code PIPL-23-1}
 * @param gates at which it is evaluated, including its variants
 * @param file of its text, under {@code law/}
 * @param from the first day in force
 * @param to the last day in force, or null
 * @param bearer the responsible party; null if it names none
 */
public record Rule(
        String id,
        Instrument instrument,
        String article,
        Bilingual title,
        Bilingual remedy,
        Set<Gate> gates,
        String file,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Obligor bearer) {

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
