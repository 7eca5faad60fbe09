package pujiang.compliance;

/** Facts about the buyer, who receives the data (需方). */
public final class BuyerFacts {

    public static final Fact<Boolean> IDENTITY_VERIFIED =
            Fact.bool("buyer.identityVerified", "需方身份核验", "exchange has verified the buyer's identity");

    public static final Fact<Location> LOCATION = Fact.oneOf(
            "buyer.location",
            Location.class,
            "需方所在地",
            "place of the recipient; HK/Macao/Taiwan count as outside the mainland (境外)");

    public static final Fact<Boolean> REMOTE_ACCESS_FROM_ABROAD = Fact.bool(
            "buyer.remoteAccessFromAbroad",
            "境外远程访问/查询/下载",
            "data stays in the mainland but can be queried, retrieved or exported from outside it");

    public static final Fact<Boolean> FOREIGN_CONTROLLED = Fact.bool(
            "buyer.foreignControlled",
            "外方设立或实际控制",
            "set up or actually controlled by a foreign organisation or person");

    public static final Fact<Boolean> FOREIGN_PERSON_IN_CHINA = Fact.bool(
            "buyer.foreignPersonInChina",
            "境内的外国组织/个人",
            "foreign organisation or individual receiving inside China (deemed export)");

    public static final Fact<Boolean> IS_FOREIGN_JUDICIAL_BODY = Fact.bool(
            "buyer.isForeignJudicialBody",
            "外国司法或者执法机构",
            "foreign court / law-enforcement body or someone acting for one");

    public static final Fact<Boolean> AUTHORITY_APPROVAL =
            Fact.bool("buyer.authorityApproval", "主管机关批准", "competent PRC authority has approved the request");

    public static final Fact<Boolean> ON_RESTRICTED_PI_LIST =
            Fact.bool("buyer.onRestrictedPiList", "限制或者禁止个人信息提供清单", "on the CAC list under PIPL 42");

    public static final Fact<Boolean> ON_CONTROL_LIST =
            Fact.bool("buyer.onControlList", "是否列入出口管制管控名单", "on the export-control list of importers / end users");

    public static final Fact<SecurityCapability> SECURITY_CAPABILITY = Fact.oneOf(
            "buyer.securityCapability",
            SecurityCapability.class,
            "需方数据安全能力",
            "result of buyer security-capability check");

    public enum Location {
        MAINLAND,
        HK_MO_TW,
        FOREIGN
    }

    public enum SecurityCapability {
        ASSESSED_OK,
        NOT_ASSESSED,
        INSUFFICIENT
    }

    private BuyerFacts() {}
}
