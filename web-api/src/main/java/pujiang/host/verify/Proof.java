package pujiang.host.verify;

import pujiang.evidence.Checked;

/** What is checked, in the words of both languages. */
enum Proof {
    COPIES("copies", "副本", "what the answer says twice is the same", "两处记载相同"),
    DIGEST("digest", "摘要", "the statement has the SHA-256 that is named", "陈述的 SHA-256 与所列一致"),
    KEY("key", "公钥", "the signatures name these keys", "签名所指即此公钥"),
    PINNED("pinned", "核对", "these are the keys of --keys", "公钥与 --keys 文件一致"),
    SM2("sm2", "国密", "SM2 with SM3 (GB/T 32918) over the statement", "陈述的 SM2/SM3 签名有效"),
    ED25519("ed25519", "签名", "Ed25519 (RFC 8032) over the statement", "陈述的 Ed25519 签名有效"),
    CHECKPOINT("checkpoint", "检查点", "the log's size and root are signed", "日志的规模与根哈希已签名"),
    INCLUSION("inclusion", "存在", "the statement is in the log (RFC 9162)", "陈述已载入日志"),
    RECEIPT("receipt", "回执", "the receipt that the certificate names is with it, and signed", "凭证所列回执随附，且签名有效"),
    LOGGED("logged", "回执入册", "that receipt is in the log, under a signed checkpoint", "该回执已载入日志，检查点已签名"),
    CONTENT("content", "内容", "the file has the size, SHA-256 and SM3 of the receipt", "文件的大小、SHA-256、SM3 与凭证一致");

    final String english;
    final String chinese;
    final String claim;
    final String claimInChinese;

    Proof(String english, String chinese, String claim, String claimInChinese) {
        this.english = english;
        this.chinese = chinese;
        this.claim = claim;
        this.claimInChinese = claimInChinese;
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
