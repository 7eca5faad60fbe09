package pujiang.compliance;

/** Facts about personal information in the product (个人信息). */
public final class PersonalInformationFacts {

    public static final Fact<LegalBasis> LEGAL_BASIS =
            Fact.oneOf("pi.legalBasis", LegalBasis.class, "合法性基础", "PIPL 13(1) ground for the provision itself");

    public static final Fact<Boolean> CONSENT_VALID =
            Fact.bool("pi.consentValid", "同意是否有效", "consent informed, voluntary, explicit, not forced or bundled");

    public static final Fact<Boolean> CONSENT_COVERS_TRADE =
            Fact.bool("pi.consentCoversTrade", "同意范围覆盖", "consented purpose, method and kinds cover this trade");

    public static final Fact<Boolean> RECONSENT = Fact.bool("pi.reconsent", "重新取得同意", "fresh consent after a change");

    public static final Fact<Long> WITHDRAWN_COUNT =
            Fact.persons("pi.withdrawnCount", "撤回同意人数", "persons who withdrew since the snapshot");

    public static final Fact<Boolean> WITHDRAWN_SUPPRESSED =
            Fact.bool("pi.withdrawnSuppressed", "撤回同意者的记录已剔除", "their records removed from the deliverable");

    public static final Fact<Boolean> NOTICE_COMPLETE =
            Fact.bool("pi.noticeComplete", "告知事项完整", "art. 17 notice complete");

    public static final Fact<Boolean> NOTICE_EXEMPT =
            Fact.bool("pi.noticeExempt", "依法无需告知", "secrecy / no-notice ground under art. 18");

    public static final Fact<Boolean> RECIPIENT_NOTIFIED = Fact.bool(
            "pi.recipientNotified",
            "告知接收方",
            "name, contact, purpose, method, kinds of PI for THIS buyer told to the person");

    public static final Fact<Boolean> SEPARATE_CONSENT_PROVIDE =
            Fact.bool("pi.separateConsentProvide", "单独同意（对外提供）", "separate consent to provide to THIS buyer");

    public static final Fact<Boolean> SEPARATE_CONSENT_SENSITIVE = Fact.bool(
            "pi.separateConsentSensitive",
            "单独同意（敏感个人信息）",
            "separate (or written, where law says) consent for sensitive PI");

    public static final Fact<Boolean> SENSITIVE_NOTICE =
            Fact.bool("pi.sensitiveNotice", "必要性及影响告知", "necessity and effect told");

    public static final Fact<Boolean> NECESSITY_JUSTIFIED =
            Fact.bool("pi.necessityJustified", "特定目的和充分必要性", "specific purpose and sufficient necessity shown");

    public static final Fact<Boolean> GUARDIAN_CONSENT =
            Fact.bool("pi.guardianConsent", "监护人同意", "consent of parent or guardian");

    public static final Fact<Boolean> CHILD_RULES =
            Fact.bool("pi.childRules", "专门的个人信息处理规则", "dedicated rules for under-14s");

    public static final Fact<Boolean> EXPORT_NOTICE =
            Fact.bool("pi.exportNotice", "出境告知", "art. 39 notice about the overseas recipient");

    public static final Fact<Boolean> SEPARATE_CONSENT_EXPORT =
            Fact.bool("pi.separateConsentExport", "单独同意（出境）", "separate consent to export");

    public static final Fact<Boolean> PIA_DONE =
            Fact.bool("pi.piaDone", "个人信息保护影响评估", "PI protection impact assessment done before this activity");

    public static final Fact<Long> PIA_RETENTION_YEARS =
            Fact.integer("pi.piaRetentionYears", "影响评估报告保存年限", "years the PIA report and record are kept");

    public static final Fact<Boolean> DEID_MEASURES =
            Fact.bool("pi.deidMeasures", "去标识化、加密措施", "de-identification / encryption applied to the deliverable");

    public enum LegalBasis {
        CONSENT,
        CONTRACT_OR_HR,
        STATUTORY_DUTY,
        EMERGENCY,
        NEWS,
        PUBLIC_INFO,
        OTHER_LAW,
        NONE,
        UNKNOWN
    }

    private PersonalInformationFacts() {}
}
