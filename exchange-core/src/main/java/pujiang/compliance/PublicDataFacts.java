package pujiang.compliance;

import java.time.LocalDate;

/** Facts about public data, opened or operated under authorisation (公共数据). */
public final class PublicDataFacts {

    public static final Fact<OpenType> OPEN_TYPE =
            Fact.oneOf("public.openType", OpenType.class, "开放属性", "opening type in the open list");

    public static final Fact<Boolean> CONDITIONS_MET = Fact.bool(
            "public.conditionsMet", "开放条件满足并签订利用协议", "application approved, conditions and use agreement in place");

    public static final Fact<LocalDate> AUTH_VALID_UNTIL =
            Fact.optionalDate("public.authValidUntil", "授权运营协议期限", "end of the authorised-operation term");

    public static final Fact<Boolean> WITHIN_SCOPE =
            Fact.bool("public.withinScope", "授权范围内", "inside the authorised scope");

    public static final Fact<Boolean> SCENARIO_ASSESSED =
            Fact.bool("public.scenarioAssessed", "应用场景合规和安全风险评估", "scenario assessed by the authorities");

    public static final Fact<Boolean> RAW_LEAVES_DOMAIN =
            Fact.bool("public.rawLeavesDomain", "原始数据出域", "raw public data leaves the secure environment");

    public static final Fact<Boolean> CONTRACT_ON_PLATFORM =
            Fact.bool("public.contractOnPlatform", "在公共数据运营平台签约", "contract concluded on the operation platform");

    public static final Fact<Boolean> CONTRACT_FILED =
            Fact.bool("public.contractFiled", "运营平台备案", "off-platform contract filed");

    public static final Fact<Boolean> REGISTERED =
            Fact.bool("public.registered", "公共数据资源登记", "registered on the public-data registration platform");

    public static final Fact<Purpose> PURPOSE =
            Fact.oneOf("public.purpose", Purpose.class, "公共数据用途", "use category for pricing");

    public static final Fact<Boolean> OPERATOR_REDEVELOPS = Fact.bool(
            "public.operatorRedevelops", "运营机构再开发", "operator itself re-develops a product already delivered");

    public enum OpenType {
        UNCONDITIONAL,
        CONDITIONAL,
        NOT_OPEN,
        NONE
    }

    public enum Purpose {
        GOVERNANCE,
        WELFARE,
        INDUSTRY,
        NONE
    }

    private PublicDataFacts() {}
}
