package pujiang.compliance;

import java.time.LocalDate;

/** Facts about data that leaves the mainland (数据出境). */
public final class ExportFacts {

    public static final Fact<Long> YTD_NON_SENSITIVE = Fact.personsInAll(
            "export.ytdNonSensitive",
            "自当年 1 月 1 日起累计向境外提供个人信息人数（不含敏感）",
            "cumulative persons since 1 Jan, this trade included");

    public static final Fact<Long> YTD_SENSITIVE =
            Fact.personsInAll("export.ytdSensitive", "自当年 1 月 1 日起累计敏感个人信息人数", "cumulative persons, sensitive PI");

    public static final Fact<Exemption> EXEMPTION =
            Fact.oneOf("export.exemption", Exemption.class, "免予情形", "purpose exemption claimed");

    public static final Fact<Boolean> EXEMPTION_EVIDENCE =
            Fact.bool("export.exemptionEvidence", "确需证明", "evidence that the exemption is met");

    public static final Fact<Boolean> NEG_LIST_FIELD_PUBLISHED =
            Fact.bool("export.negListFieldPublished", "所属行业领域已公布负面清单", "a negative list is published for this field");

    public static final Fact<OnNegativeList> ON_NEG_LIST =
            Fact.oneOf("export.onNegList", OnNegativeList.class, "是否列入负面清单", "data item on the list");

    public static final Fact<AssessmentStatus> ASSESSMENT_STATUS =
            Fact.oneOf("export.assessmentStatus", AssessmentStatus.class, "数据出境安全评估状态", "security assessment status");

    public static final Fact<LocalDate> ASSESSMENT_DATE =
            Fact.optionalDate("export.assessmentDate", "评估结果出具日", "date of the assessment result");

    public static final Fact<Boolean> WITHIN_ASSESSED_SCOPE = Fact.bool(
            "export.withinAssessedScope", "未超出评估明确的范围", "within purpose, method, scope, kind, scale assessed");

    public static final Fact<Boolean> SCC_EFFECTIVE =
            Fact.bool("export.sccEffective", "标准合同已生效", "standard contract in effect");

    public static final Fact<Long> SCC_WORKING_DAYS_SINCE_EFFECT =
            Fact.optionalInteger("export.sccWorkingDaysSinceEffect", "标准合同生效后工作日", "working days since it took effect");

    public static final Fact<Boolean> SCC_FILED = Fact.bool("export.sccFiled", "标准合同备案", "filed with provincial CAC");

    public static final Fact<LocalDate> CERT_VALID_UNTIL =
            Fact.optionalDate("export.certValidUntil", "个人信息出境认证证书有效期", "certificate expiry");

    public static final Fact<Splitting> SPLITTING =
            Fact.oneOf("export.splitting", Splitting.class, "数量拆分", "volume splitting");

    public static final Fact<Boolean> RECIPIENT_PROTECTION = Fact.bool(
            "export.recipientProtection", "境外接收方达到个人信息保护法规定的保护标准", "measures that the recipient meets PIPL standard");

    public enum Exemption {
        NONE,
        TRANSIT,
        CONTRACT,
        HR,
        EMERGENCY,
        STATUTORY_DUTY
    }

    public enum OnNegativeList {
        YES,
        NO,
        UNKNOWN
    }

    public enum AssessmentStatus {
        NONE,
        PENDING,
        PASSED,
        FAILED
    }

    public enum Splitting {
        NO,
        SUSPECTED,
        PROVEN
    }

    private ExportFacts() {}
}
