package pujiang.compliance;

import java.math.BigDecimal;

/** Facts about the exchange itself, its records and its admission steps (交易所). */
public final class ExchangeFacts {

    public static final Fact<Boolean> CRYPTO_COMPLIANT =
            Fact.bool("crypto.compliant", "商用密码应用合规", "SM-series / MLPS cryptography requirement met");

    public static final Fact<Long> LOG_RETENTION_MONTHS =
            Fact.integer("log.retentionMonths", "网络日志留存（月）", "network log retention");

    public static final Fact<Boolean> RECORD_AUDIT_KEPT =
            Fact.bool("record.auditKept", "审核、交易记录留存", "audit and trade records kept");

    public static final Fact<Long> RECORD_TRADE_RETENTION_YEARS =
            Fact.integer("record.tradeRetentionYears", "交易信息保存年限", "years trade records are kept after completion");

    public static final Fact<Long> RECORD_PROVIDE_RETENTION_YEARS =
            Fact.integer("record.provideRetentionYears", "提供/委托处理记录保存年限", "years the provision record is kept");

    public static final Fact<Boolean> RISK_PRE_PROVISION_ASSESSMENT =
            Fact.bool("risk.preProvisionAssessment", "提供前风险评估", "important-data risk assessment before provision");

    public static final Fact<Boolean> PLATFORM_IS_LARGE =
            Fact.bool("platform.isLarge", "大型网络平台", "exchange platform itself is a large platform");

    public static final Fact<Boolean> PLATFORM_LARGE_DUTIES_MET =
            Fact.bool("platform.largeDutiesMet", "主要由外部成员组成的独立机构、平台规则、个人信息保护社会责任报告", "art. 58 duties met");

    public static final Fact<BigDecimal> PRICE_AMOUNT = Fact.decimal("price.amount", "价格", "price");

    public static final Fact<BigDecimal> PRICE_CEILING =
            Fact.optionalDecimal("price.ceiling", "上限收费标准", "government-guided ceiling");

    public static final Fact<Boolean> SDE_REGISTERED = Fact.bool("sde.registered", "数据产品登记", "product registered");

    public static final Fact<ComplianceAssessment> SDE_COMPLIANCE_ASSESSMENT = Fact.oneOf(
            "sde.complianceAssessment", ComplianceAssessment.class, "合规评估", "third-party compliance assessment");

    public static final Fact<Boolean> SDE_QUALITY_ASSESSMENT =
            Fact.bool("sde.qualityAssessment", "质量评估", "quality assessment");

    public static final Fact<Boolean> SDE_DELIVERY_CHANNEL_APPROVED =
            Fact.bool("sde.deliveryChannelApproved", "交付方式", "delivery through an approved channel / provider");

    public static final Fact<Boolean> SDE_SETTLED_AND_CERTIFIED =
            Fact.bool("sde.settledAndCertified", "清结算与交易凭证", "settled and trade certificate issued");

    public enum ComplianceAssessment {
        PASS,
        FAIL,
        NONE,
        EXPIRED
    }

    private ExchangeFacts() {}
}
