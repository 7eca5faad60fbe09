package pujiang.law;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Gate;
import pujiang.compliance.Obligor;

/**
 * What people are told of a rule, or of one of its versions where the law has changed.
 *
 * @param id its id in the catalogue, for example {@code PIPL-23-1}
 * @param gates at which it is asked, its variants included
 * @param file where it is written, under {@code law/}
 * @param from the first day in force
 * @param to the last day in force, or null
 * @param bearer who bears what it finds; null where it names nobody
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
