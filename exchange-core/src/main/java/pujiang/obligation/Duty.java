package pujiang.obligation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Finding;
import pujiang.refusal.Days;

/**
 * The content of an obligation: what must be done, by which article, by which party, and by when.
 *
 * @param rule id of the rule in the rule book, or of the article where no rule finds it
 * @param title what must be done, in a few words
 * @param remedy how it is fulfilled
 * @param source the digest of a decision or of a receipt
 * @param due when it is breached without a proof: the first instant after its last day
 * @param until for a yearly duty, the last day on which its ground holds; null for any other
 */
public record Duty(
        Kind kind,
        String rule,
        Bilingual instrument,
        String article,
        Bilingual title,
        Bilingual remedy,
        ResponsibleParty bearer,
        ObligationSubject concern,
        String source,
        Instant due,
        @Nullable LocalDate until) {

    /** Prefix of the source of an obligation that a recall has created. */
    public static final String OF_A_RECALL = "recall ";

    public enum Kind {
        /** To be met before the data leaves (交付前). */
        BEFORE_DELIVERY,
        /** 到期删除. */
        DELETION,
        /** 按约定用途使用. */
        AGREED_USE,
        /** 不得擅自转让. */
        ONWARD_TRANSFER,
        /** 年度评估、报告. */
        YEARLY,
        /** Not tied to a later step (持续义务). */
        STANDING
    }

    /** The obligation from a finding. */
    static Duty of(
            Kind kind,
            Finding found,
            ResponsibleParty responsibleParty,
            ObligationSubject subject,
            String source,
            Instant due) {
        return new Duty(
                kind,
                found.rule(),
                found.instrument(),
                found.article(),
                found.title(),
                found.remedy(),
                responsibleParty,
                subject,
                source,
                due,
                null);
    }

    /** The same id for the same obligation; a yearly obligation has a new id each year. */
    public ObligationId id() {
        var year = kind == Kind.YEARLY ? String.valueOf(lastDay().getYear()) : "";
        return ObligationId.of(kind.name(), rule, bearer.key(), concern.key(), year);
    }

    /** The last day in Shanghai on which it can be met in time. */
    public LocalDate lastDay() {
        return Shanghai.lastDayBefore(due);
    }

    /** The end of a day in Shanghai. A day beyond the calendar's bounds, from older records, ends with the calendar. */
    public static Instant endOf(LocalDate day) {
        return Shanghai.endOf(Days.within(day));
    }

    /** Whether it comes from a recall and not from a finding at a gate. */
    public boolean comesFromARecall() {
        return source.startsWith(OF_A_RECALL);
    }

    /** Whether its ground lasts longer than the other's. */
    boolean outlasts(Duty other) {
        return until != null && other.until != null && until.isAfter(other.until);
    }

    /** The same obligation with another last day. */
    Duty dueOn(LocalDate day) {
        return dueAt(endOf(day));
    }

    Duty dueAt(Instant instant) {
        return new Duty(kind, rule, instrument, article, title, remedy, bearer, concern, source, instant, until);
    }
}
