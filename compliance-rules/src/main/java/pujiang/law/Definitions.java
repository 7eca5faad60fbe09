package pujiang.law;

import static pujiang.law.Conditions.hasOtherThan;
import static pujiang.law.Conditions.is;
import static pujiang.law.Conditions.isBelow;
import static pujiang.law.Conditions.isIn;
import static pujiang.law.Conditions.isMoreThan;
import static pujiang.law.Conditions.isNot;
import static pujiang.law.Conditions.isOnOrAfter;
import static pujiang.law.Conditions.isWithinYears;

import pujiang.compliance.BuyerFacts;
import pujiang.compliance.Condition;
import pujiang.compliance.ExportFacts;
import pujiang.compliance.Gate;
import pujiang.compliance.IncidentFacts;
import pujiang.compliance.PersonalInformationFacts;
import pujiang.compliance.PersonalInformationFacts.LegalBasis;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.DeidStatus;
import pujiang.compliance.ProductFacts.PiCategory;
import pujiang.compliance.ProposedExchange;

/** The definitions of the terms of the articles, apart from their consequences. */
public final class Definitions {

    private static final long AGE_OF_MAJORITY = 18;

    private Definitions() {}

    /** 个人信息: includes de-identified data, excludes anonymised data (PIPL arts. 4(1), 73(3)(4)). */
    public static Condition isPersonalInformation(ProposedExchange x) {
        return isIn(x, ProductFacts.DEID_STATUS, DeidStatus.IDENTIFIABLE, DeidStatus.DE_IDENTIFIED);
    }

    /** 敏感个人信息: by kind, or of a person under 14 (PIPL art. 28(1)). */
    public static Condition isSensitive(ProposedExchange x) {
        return Condition.allOf(isPersonalInformation(x), isOfSensitiveKind(x));
    }

    /** As {@link #isSensitive}, where the data is personal information. */
    static Condition isOfSensitiveKind(ProposedExchange x) {
        return Condition.anyOf(
                hasOtherThan(x, ProductFacts.PI_CATEGORIES, PiCategory.ORDINARY),
                isBelow(x, ProductFacts.MIN_SUBJECT_AGE, Thresholds.on(x, "pipl", "age-of-own-consent")));
    }

    /** 未成年人 (Civil Code art. 17). */
    static Condition isOfMinors(ProposedExchange x) {
        return isBelow(x, ProductFacts.MIN_SUBJECT_AGE, AGE_OF_MAJORITY);
    }

    /** De-identified data is personal, and so is data only claimed to be anonymous (PIPL art. 4). */
    static Condition isNotShownToBeAnonymous(ProposedExchange x) {
        return isIn(
                x,
                ProductFacts.DEID_STATUS,
                DeidStatus.IDENTIFIABLE,
                DeidStatus.DE_IDENTIFIED,
                DeidStatus.ANONYMISED_CLAIMED);
    }

    /** Declared by its vendor or suspected, before an authority has decided (NDSR art. 29). */
    static Condition isPerhapsImportant(ProposedExchange x) {
        return isIn(
                x,
                ProductFacts.IMPORTANT_STATUS,
                ProductFacts.ImportantStatus.DECLARED_PENDING,
                ProductFacts.ImportantStatus.SUSPECTED);
    }

    /** 出境: the recipient is outside the mainland, or reads from outside (Certification Measures art. 2; CBDF). */
    public static Condition crossesTheBorder(ProposedExchange x) {
        return Condition.anyOf(
                isNot(x, BuyerFacts.LOCATION, BuyerFacts.Location.MAINLAND),
                is(x, BuyerFacts.REMOTE_ACCESS_FROM_ABROAD, true));
    }

    /** 重要数据: graded so, designated by an authority, or automotive data of a kind or size that is always important. */
    public static Condition isImportant(ProposedExchange x) {
        return Condition.anyOf(
                is(x, ProductFacts.GRADE, ProductFacts.Grade.IMPORTANT),
                is(x, ProductFacts.IMPORTANT_STATUS, ProductFacts.ImportantStatus.DESIGNATED),
                isAutomotiveImportant(x));
    }

    /** 汽车重要数据, however it was graded: of a listed kind, or about more than 100,000 persons (Automotive Provisions art. 3). */
    public static Condition isAutomotiveImportant(ProposedExchange x) {
        return Condition.allOf(
                is(x, ProductFacts.VEHICLE_DATA, true),
                Condition.anyOf(
                        is(x, ProductFacts.VEHICLE_IMPORTANT_KIND, true),
                        Condition.allOf(
                                isPersonalInformation(x),
                                isMoreThan(
                                        x,
                                        ProductFacts.SUBJECT_COUNT,
                                        Thresholds.on(x, "auto", "persons-important")))));
    }

    /** Designated by an authority, or automotive; a vendor's grade makes no export of important data (CBDF art. 2). */
    public static Condition isDesignatedImportant(ProposedExchange x) {
        return Condition.anyOf(
                is(x, ProductFacts.IMPORTANT_STATUS, ProductFacts.ImportantStatus.DESIGNATED),
                isAutomotiveImportant(x));
    }

    /** A ground other than consent (PIPL art. 13(1)(2)–(7)), where separate consent is in doubt (catalogue, A1). */
    public static Condition restsOnAnotherGround(ProposedExchange x) {
        return isIn(
                x,
                PersonalInformationFacts.LEGAL_BASIS,
                LegalBasis.CONTRACT_OR_HR,
                LegalBasis.STATUTORY_DUTY,
                LegalBasis.EMERGENCY,
                LegalBasis.NEWS,
                LegalBasis.PUBLIC_INFO,
                LegalBasis.OTHER_LAW);
    }

    /** 数据出境安全评估 passed, in date and in scope (CBDF art. 9). */
    public static Condition hasValidAssessment(ProposedExchange x) {
        return Condition.allOf(
                is(x, ExportFacts.ASSESSMENT_STATUS, ExportFacts.AssessmentStatus.PASSED),
                isWithinYears(x, ExportFacts.ASSESSMENT_DATE, Thresholds.on(x, "cbdf", "assessment-years")),
                is(x, ExportFacts.WITHIN_ASSESSED_SCOPE, true));
    }

    /** A filed assessment lets an order wait for an officer; it does not allow a delivery (CBDF art. 7). */
    public static Condition isPendingAtOrder(ProposedExchange x) {
        return x.gate() == Gate.ORDER
                ? is(x, ExportFacts.ASSESSMENT_STATUS, ExportFacts.AssessmentStatus.PENDING)
                : Condition.anyOf();
    }

    /** An exemption by purpose, with evidence; never for important data (CBDF arts. 4, 5(1)(1)–(3), 5(2)). */
    public static Condition hasPurposeRelief(ProposedExchange x) {
        return Condition.allOf(
                isPersonalInformation(x),
                Condition.noneOf(isImportant(x)),
                isNot(x, ExportFacts.EXEMPTION, ExportFacts.Exemption.NONE),
                is(x, ExportFacts.EXEMPTION_EVIDENCE, true));
    }

    /** 个人信息出境认证 in date. */
    public static Condition hasValidCertificate(ProposedExchange x) {
        return isOnOrAfter(x, ExportFacts.CERT_VALID_UNTIL, x.on());
    }

    /** An incident graded 较大 or above, not reported within the hours allowed (Incident Reporting Measures art. 4). */
    public static Condition hasRunOutOfTimeToReport(ProposedExchange x) {
        if (!Thresholds.inForce(x, "pipl", "hours-to-report")) return Condition.anyOf();
        return Condition.allOf(
                is(x, IncidentFacts.REPORTED, false),
                isIn(
                        x,
                        IncidentFacts.LEVEL,
                        IncidentFacts.Level.LARGER,
                        IncidentFacts.Level.MAJOR,
                        IncidentFacts.Level.EXTRA_MAJOR),
                isMoreThan(x, IncidentFacts.HOURS_KNOWN, Thresholds.on(x, "pipl", "hours-to-report")));
    }
}
