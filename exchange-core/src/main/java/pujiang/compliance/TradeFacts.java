package pujiang.compliance;

/** Facts about this one trade (交易). */
public final class TradeFacts {

    public static final Fact<Harm> HARM = Fact.oneOf("trade.harm", Harm.class, "危害国家安全、公共利益或侵害个人隐私", "harm screen");

    public static final Fact<Boolean> TRACEABLE = Fact.bool("trade.traceable", "全程可追溯", "trade chain traceable");

    public static final Fact<Boolean> SCENARIO_DECLARED =
            Fact.bool("trade.scenarioDeclared", "应用场景", "use scenario declared");

    public enum Harm {
        NO,
        POSSIBLE,
        YES
    }

    private TradeFacts() {}
}
