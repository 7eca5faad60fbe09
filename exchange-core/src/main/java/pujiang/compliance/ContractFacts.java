package pujiang.compliance;

/** Facts about the contract between the parties (合同). */
public final class ContractFacts {

    public static final Fact<Boolean> JOINT_AGREEMENT =
            Fact.bool("contract.jointAgreement", "共同处理约定", "joint-processor agreement");

    public static final Fact<Boolean> ENTRUSTER_AUTHORISED =
            Fact.bool("contract.entrusterAuthorised", "委托方授权对外提供", "entrusting party authorised the provision");

    public static final Fact<Boolean> DATA_CLAUSES =
            Fact.bool("contract.dataClauses", "约定目的、方式、范围及安全义务", "data-protection clauses with the recipient");

    public static final Fact<Signature> SIGNATURE =
            Fact.oneOf("contract.signature", Signature.class, "可靠的电子签名", "quality of signature on contract / receipt");

    public enum Signature {
        RELIABLE,
        AGREED,
        NONE
    }

    private ContractFacts() {}
}
