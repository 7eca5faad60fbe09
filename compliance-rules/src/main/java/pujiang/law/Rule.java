package pujiang.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;

/**
 * What people are told of a rule.
 *
 * @param id its id in the catalogue, for example {@code PIPL-23-1}
 * @param from the first day in force
 * @param to the last day in force, or null
 */
public record Rule(
        String id,
        Instrument instrument,
        String article,
        Bilingual title,
        Bilingual remedy,
        LocalDate from,
        @Nullable LocalDate to) {}
