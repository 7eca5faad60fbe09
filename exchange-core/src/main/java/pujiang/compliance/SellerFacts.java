package pujiang.compliance;

import java.time.LocalDate;

/** Facts about the vendor, who provides the data (供方). */
public final class SellerFacts {

    public static final Fact<Boolean> IDENTITY_VERIFIED =
            Fact.bool("seller.identityVerified", "供方身份核验", "exchange has verified the seller's identity (DSL 33)");

    public static final Fact<Role> ROLE =
            Fact.oneOf("seller.role", Role.class, "供方处理身份", "capacity in which the seller holds the data");

    public static final Fact<Ciio> IS_CIIO = Fact.oneOf(
            "seller.isCIIO",
            Ciio.class,
            "关键信息基础设施运营者",
            "critical information infrastructure operator (notified by the protection department)");

    public static final Fact<Boolean> FTZ_REGISTERED = Fact.bool(
            "seller.ftzRegistered",
            "自贸试验区/临港新片区注册并开展出境",
            "registered in, and exporting from, the Shanghai FTZ or Lingang");

    public static final Fact<Long> PI_SUBJECTS_HELD = Fact.persons(
            "seller.piSubjectsHeld",
            "处理个人信息人数",
            "number of natural persons whose PI the seller processes (whole organisation)");

    public static final Fact<Boolean> PIP_OFFICER_FILED =
            Fact.bool("seller.pipOfficerFiled", "个人信息保护负责人报送", "PI protection officer appointed and reported to CAC");

    public static final Fact<LocalDate> LAST_PI_AUDIT_DATE =
            Fact.optionalDate("seller.lastPiAuditDate", "个人信息保护合规审计日期", "date of last PI compliance audit");

    public static final Fact<Boolean> HANDLES_MINOR_PI =
            Fact.bool("seller.handlesMinorPI", "处理未成年人个人信息", "processes PI of persons under 18");

    public static final Fact<Long> MINOR_AUDIT_REPORTED_YEAR = Fact.optionalYear(
            "seller.minorAuditReportedYear",
            "未成年人合规审计报送年度",
            "latest calendar year whose minors' audit has been reported");

    public static final Fact<Long> FACE_SUBJECTS_STORED =
            Fact.persons("seller.faceSubjectsStored", "人脸信息存储数量（人）", "persons whose face information is stored");

    public static final Fact<Boolean> FACE_FILED =
            Fact.bool("seller.faceFiled", "人脸识别技术应用备案", "face-recognition filing done");

    public static final Fact<Boolean> IMPORTANT_DATA_OFFICER =
            Fact.bool("seller.importantDataOfficer", "网络数据安全负责人和管理机构", "data-security officer and body named");

    public static final Fact<Long> LAST_RISK_REPORT_YEAR = Fact.optionalYear(
            "seller.lastRiskReportYear",
            "年度风险评估报告年度",
            "latest year for which the important-data risk report was submitted");

    public static final Fact<Boolean> CREDIT_LICENCE =
            Fact.bool("seller.creditLicence", "个人征信业务经营许可证", "personal credit-reporting licence");

    public static final Fact<Boolean> USES_SIMPLIFIED_NOTICE =
            Fact.bool("seller.usesSimplifiedNotice", "小型个人信息处理者简化告知", "relies only on posted rules (Order 25 art. 6)");

    public enum Role {
        PI_PROCESSOR,
        JOINT_PROCESSOR,
        ENTRUSTED_PARTY
    }

    public enum Ciio {
        YES,
        NO,
        UNKNOWN
    }

    private SellerFacts() {}
}
