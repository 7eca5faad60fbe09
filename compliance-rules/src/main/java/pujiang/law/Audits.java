package pujiang.law;

import static pujiang.law.Conditions.isBelow;
import static pujiang.law.Conditions.isNone;
import static pujiang.law.Conditions.isOlderThanYears;

import pujiang.compliance.Condition;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.SellerFacts;

/** Determines when a recurring audit is overdue. */
public final class Audits {

    private Audits() {}

    /** 合规审计: none yet, or the period since the last is over; its last day still counts (PI Audit Measures art. 4). */
    public static Condition isPersonalInformationAuditOverdue(ProposedExchange x) {
        return Condition.anyOf(
                isNone(x, SellerFacts.LAST_PI_AUDIT_DATE),
                isOlderThanYears(x, SellerFacts.LAST_PI_AUDIT_DATE, Thresholds.on(x, "pica", "years-between-audits")));
    }

    /** A year's audit is reported in the first months of the next; until then the year before is enough. */
    public static Condition isMinorsAuditOverdue(ProposedExchange x) {
        var due = x.on().getMonthValue() > Thresholds.on(x, "minor", "months-to-report") ? 1 : 2;
        return Condition.anyOf(
                isNone(x, SellerFacts.MINOR_AUDIT_REPORTED_YEAR),
                isBelow(x, SellerFacts.MINOR_AUDIT_REPORTED_YEAR, x.on().getYear() - due));
    }
}
