package pujiang.obligation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Finding;
import pujiang.refusal.Days;

/**
 * What is owed, by which law, by whom, and until when.
 *
 * @param rule id of the rule in the book, or of the article where no rule asks for it
 * @param title what is owed, in a few words
 * @param remedy what fulfils it
 * @param source what it was found by: the digest of a decision or of a receipt
 * @param due when it is breached if nobody has proven it: the first instant of the day after the last
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

    /** How the source of a duty begins that a recall has laid on somebody. */
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
        /** Without a step that it comes before (持续义务). */
        STANDING
    }

    /** What a rule found. */
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

    /** The same for the same, and for a yearly duty each year another. */
    public ObligationId id() {
        var year = kind == Kind.YEARLY ? String.valueOf(lastDay().getYear()) : "";
        return ObligationId.of(kind.name(), rule, bearer.key(), concern.key(), year);
    }

    /** The last day in Shanghai on which it can be met in time. */
    public LocalDate lastDay() {
        return Shanghai.lastDayBefore(due);
    }

    /** The end of a day in Shanghai. A day beyond the calendar, from before there was one, ends with the calendar. */
    public static Instant endOf(LocalDate day) {
        return Shanghai.endOf(Days.within(day));
    }

    /** Whether a recall asks for it, and not the law's answer at a gate. */
    public boolean comesFromARecall() {
        return source.startsWith(OF_A_RECALL);
    }

    /** Whether its ground holds longer than the other's. */
    boolean outlasts(Duty other) {
        return until != null && other.until != null && until.isAfter(other.until);
    }

    /** The same for another day; the day is the last on which it can be met. */
    Duty dueOn(LocalDate day) {
        return dueAt(endOf(day));
    }

    Duty dueAt(Instant instant) {
        return new Duty(kind, rule, instrument, article, title, remedy, bearer, concern, source, instant, until);
    }
}
