package pujiang.host.verify;

import pujiang.compliance.Bilingual;
import pujiang.evidence.Checked;

/** One check, with a text for success and a text for failure in both languages. */
enum Proof {
    COPIES(
            "copies",
            "副本",
            new Bilingual("召回、事件和摘要与签名内容一致", "recall, events and digests equal the signed statement"),
            new Bilingual("文件与签名内容不一致", "the file differs from the signed statement")),
    DIGEST(
            "digest",
            "摘要",
            new Bilingual("签名内容的 SHA-256 与所列一致", "the statement has the stated SHA-256"),
            new Bilingual("签名内容的 SHA-256 与所列不一致", "the statement has a different SHA-256")),
    KEY(
            "key",
            "公钥",
            new Bilingual("签名所指的公钥与所附公钥一致", "the signatures name these keys"),
            new Bilingual("签名所指的公钥与所附公钥不一致", "the signatures name other keys")),
    PINNED(
            "pinned",
            "核对",
            new Bilingual("公钥与 --keys 指定的文件一致", "the keys equal the file given with --keys"),
            new Bilingual("公钥与 --keys 指定的文件不一致", "the keys differ from the file given with --keys")),
    SM2(
            "sm2",
            "国密",
            new Bilingual("SM2/SM3 签名有效（GB/T 32918）", "valid SM2 signature with SM3 (GB/T 32918)"),
            new Bilingual("SM2/SM3 签名无效（GB/T 32918）", "invalid SM2 signature with SM3 (GB/T 32918)")),
    ED25519(
            "ed25519",
            "签名",
            new Bilingual("Ed25519 签名有效（RFC 8032）", "valid Ed25519 signature (RFC 8032)"),
            new Bilingual("Ed25519 签名无效（RFC 8032）", "invalid Ed25519 signature (RFC 8032)")),
    CHECKPOINT(
            "checkpoint",
            "检查点",
            new Bilingual("日志的规模与根哈希已签名", "the size and the root of the log are signed"),
            new Bilingual("日志的检查点无效", "the checkpoint of the log is not valid")),
    INCLUSION(
            "inclusion",
            "存在",
            new Bilingual("签名内容已载入日志（RFC 9162）", "the statement is in the log (RFC 9162)"),
            new Bilingual("不能证明签名内容已载入日志", "the statement is not proven to be in the log")),
    RECEIPT(
            "receipt",
            "回执",
            new Bilingual("凭证所列的交付回执随附，且签名有效", "the named receipt is attached and signed"),
            new Bilingual("凭证所列的交付回执缺失或无效", "the named receipt is missing or not valid")),
    LOGGED(
            "logged",
            "回执入册",
            new Bilingual("该交付回执已载入日志，检查点已签名", "the receipt is in the log, under a signed checkpoint"),
            new Bilingual("不能证明该交付回执已载入日志", "the receipt is not proven to be in the log")),
    CONTENT(
            "content",
            "内容",
            new Bilingual("文件的大小、SHA-256、SM3 与交付回执一致", "the file has the size, SHA-256 and SM3 of the receipt"),
            new Bilingual("文件与交付回执不一致", "the file differs from the receipt"));

    final String english;
    final String chinese;

    @SuppressWarnings("ImmutableEnumChecker") // Two texts.
    final Bilingual holds;

    @SuppressWarnings("ImmutableEnumChecker")
    final Bilingual fails;

    Proof(String english, String chinese, Bilingual holds, Bilingual fails) {
        this.english = english;
        this.chinese = chinese;
        this.holds = holds;
        this.fails = fails;
    }

    static Proof of(Checked.Part part) {
        return switch (part) {
            case DIGEST -> DIGEST;
            case KEY -> KEY;
            case SM2 -> SM2;
            case ED25519 -> ED25519;
            case CHECKPOINT -> CHECKPOINT;
            case INCLUSION -> INCLUSION;
        };
    }
}
