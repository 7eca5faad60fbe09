package pujiang.stop;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import pujiang.compliance.Answer;
import pujiang.compliance.Fact;
import pujiang.compliance.FactSheet;
import pujiang.compliance.PersonalInformationFacts;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.DeidStatus;
import pujiang.compliance.PublicDataFacts;

/**
 * The grounds of suspensions, their authors, and what lifts each:
 *
 * <pre>
 * OWN_PAUSE            vendor       the vendor
 * OPERATOR_ORDER       operator     the operator
 * OFFICER_ORDER        officer      an officer
 * LAW_DENIES           law          the next decision of the rules that allows it
 * CONSENT_WITHDRAWN    recall       an officer: consent assessed again, another basis, or data anonymised (PIPL 15, 47)
 * LICENCE_LAPSED       recall       an officer: the source or its licence assessed again (SHDR 55(2), DSL 32)
 * PARTY_DISQUALIFIED   recall       an officer: the party assessed again (SHDR 67(2), DSL 33)
 * LAW_CHANGED          recall       an officer, and the gate passed under the law of that day (Legislation Law 104)
 * RECALLED             recall       an officer; for recalls stored without their ground
 * OBLIGATION_BREACHED  obligation   the operator, once the obligation is discharged
 * </pre>
 */
public enum Ground {
    /** 自行暂停. */
    OWN_PAUSE(Author.VENDOR),
    /** 运营方决定. */
    OPERATOR_ORDER(Author.OPERATOR),
    /** 合规官决定. */
    OFFICER_ORDER(Author.OFFICER),
    /** 依法不予通过. */
    LAW_DENIES(Author.LAW),
    /** 撤回同意. */
    CONSENT_WITHDRAWN(Author.RECALL),
    /** 来源许可失效. */
    LICENCE_LAPSED(Author.RECALL),
    /** 主体资格丧失. */
    PARTY_DISQUALIFIED(Author.RECALL),
    /** 法律变更. */
    LAW_CHANGED(Author.RECALL),
    /** 召回. */
    RECALLED(Author.RECALL),
    /** 逾期未履行义务. */
    OBLIGATION_BREACHED(Author.OBLIGATION);

    private final Author author;

    Ground(Author author) {
        this.author = author;
    }

    public Author author() {
        return author;
    }

    /** Whether one of these may lift it, once {@linkplain #isAnsweredBy its requirement} is met. */
    public boolean isLiftedBy(Collection<Author> whom) {
        return switch (author) {
            case VENDOR, OPERATOR, OFFICER -> whom.contains(author);
            case LAW -> true;
            case RECALL -> whom.contains(Author.OFFICER);
            case OBLIGATION -> whom.contains(Author.OPERATOR);
        };
    }

    /** Whether lifting it from a product or party requires naming an assessment filed after the suspension. */
    public boolean asksForPapers() {
        return switch (this) {
            case CONSENT_WITHDRAWN, LICENCE_LAPSED, PARTY_DISQUALIFIED -> true;
            case OWN_PAUSE, OPERATOR_ORDER, OFFICER_ORDER, LAW_DENIES, LAW_CHANGED, RECALLED, OBLIGATION_BREACHED ->
                false;
        };
    }

    /** Whether the findings of an assessment remedy this ground. The mapping is our own reading. */
    public boolean isAnsweredBy(FactSheet found) {
        return switch (this) {
            case CONSENT_WITHDRAWN ->
                says(found, ProductFacts.DEID_STATUS, DeidStatus.ANONYMISED_VERIFIED::equals)
                        || says(found, PersonalInformationFacts.LEGAL_BASIS, _ -> true)
                        || says(found, PersonalInformationFacts.SEPARATE_CONSENT_PROVIDE, Boolean.TRUE::equals)
                        || says(found, PersonalInformationFacts.SEPARATE_CONSENT_EXPORT, Boolean.TRUE::equals);
            case LICENCE_LAPSED ->
                says(found, ProductFacts.SOURCE_EXPLAINED, Boolean.TRUE::equals)
                        || says(found, PublicDataFacts.AUTH_VALID_UNTIL, _ -> true)
                        || says(found, ProductFacts.EXPORT_LICENCE, Boolean.TRUE::equals);
            case PARTY_DISQUALIFIED -> !found.stated().isEmpty();
            case OWN_PAUSE, OPERATOR_ORDER, OFFICER_ORDER, LAW_DENIES, LAW_CHANGED, RECALLED, OBLIGATION_BREACHED ->
                true;
        };
    }

    /** Whether other listings of the same product are blocked while a listing is suspended on this ground. */
    public boolean bindsSuccessors() {
        return author.isAuthority() && !Set.of(LAW_DENIES, LAW_CHANGED).contains(this);
    }

    private static <T> boolean says(FactSheet found, Fact<T> fact, Predicate<T> wanted) {
        return found.answer(fact) instanceof Answer.Known<T>(var value) && wanted.test(value);
    }

    /** In the order in which a refusal names them: hardest to lift first. */
    static final List<Author> PRECEDENCE =
            List.of(Author.RECALL, Author.OFFICER, Author.OPERATOR, Author.OBLIGATION, Author.LAW, Author.VENDOR);
}
