package pujiang.compliance;

/** Facts about the buyer's use of the data (使用). */
public final class UseFacts {

    public static final Fact<Boolean> AUTOMATED_DECISION =
            Fact.bool("use.automatedDecision", "自动化决策", "buyer will use it for automated decision-making");

    public static final Fact<Boolean> OPT_OUT_OFFERED =
            Fact.bool("use.optOutOffered", "不针对个人特征的选项或者拒绝方式", "non-personalised option or easy refusal");

    public static final Fact<Boolean> DIFFERENTIAL_TERMS =
            Fact.bool("use.differentialTerms", "不合理差别待遇", "unreasonable differential price or terms");

    public static final Fact<Boolean> PURPOSE_CHANGED =
            Fact.bool("use.purposeChanged", "变更处理目的、方式", "buyer changed purpose or method after receipt");

    private UseFacts() {}
}
