package pujiang.recall;

import java.time.LocalDate;
import pujiang.compliance.Bilingual;
import pujiang.obligation.Bearer;
import pujiang.obligation.Bearer.Side;
import pujiang.obligation.Concern;
import pujiang.obligation.Duty;
import pujiang.obligation.Duty.Kind;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/** What a recall lays on the parties of a trade, each due at the end of a day in Shanghai. */
public final class RecallDuties {

    /** How soon a copy is deleted, or assessed. Our own choice; PIPL art. 47 says at once, and asks for no proof. */
    private static final int DAYS_FOR_A_COPY = 10;

    private static final Bilingual PIPL = new Bilingual("个人信息保护法", "Personal Information Protection Law");
    private static final Bilingual SHDR = new Bilingual("上海市数据条例", "Shanghai Data Regulation");

    private final RecallId recall;
    private final Occurrence.Kind because;
    private final LocalDate today;

    public RecallDuties(RecallId recall, Occurrence.Kind because, LocalDate today) {
        this.recall = recall;
        this.because = because;
        this.today = today;
    }

    /** Nothing is delivered before the vendor has shown that the ground is restored, or the records are out. */
    public Duty hold(TradeId trade, Agreement agreement, LocalDate last) {
        return duty(
                Kind.BEFORE_DELIVERY,
                new Bilingual("召回解决前不得交付", "Resolve the recall before anything is delivered"),
                new Bilingual(
                        "剔除撤回同意者的记录，或者恢复合法来源，并提交证明",
                        "remove the records of individuals who withdrew consent, or restore a lawful source, and"
                                + " submit proof"),
                new Bearer(Side.VENDOR, agreement.vendor()),
                trade,
                agreement,
                last);
    }

    /** Past acts stay valid; a buyer with a ground of its own shows that instead (catalogue, A13). */
    public Duty delete(TradeId trade, Agreement agreement) {
        return duty(
                Kind.DELETION,
                new Bilingual("召回：删除已交付的数据", "Recall: delete the copy that was delivered"),
                new Bilingual(
                        "删除数据及全部副本并书面声明，或者证明自有的合法性基础",
                        "delete the data and every copy and declare the deletion, or prove a separate legal basis"),
                new Bearer(Side.BUYER, agreement.buyer()),
                trade,
                agreement,
                today.plusDays(DAYS_FOR_A_COPY));
    }

    public Duty assess(TradeId trade, Agreement agreement) {
        return duty(
                Kind.AGREED_USE,
                new Bilingual("法律变更：重新评估继续使用", "The law has changed: assess anew whether use may go on"),
                new Bilingual("按新规定评估继续使用的合法性并书面说明", "assess the use under the new rules, and report the result"),
                new Bearer(Side.BUYER, agreement.buyer()),
                trade,
                agreement,
                today.plusDays(DAYS_FOR_A_COPY));
    }

    private Duty duty(
            Kind kind,
            Bilingual title,
            Bilingual remedy,
            Bearer bearer,
            TradeId trade,
            Agreement agreement,
            LocalDate last) {
        var concern = Concern.of(trade, agreement);
        var due = Duty.endOf(last);
        return new Duty(
                kind, rule(), instrument(), article(), title, remedy, bearer, concern, source(recall), due, null);
    }

    /** By which an obligation of a recall is told from one that the law found. */
    private static String source(RecallId recall) {
        return Duty.OF_A_RECALL + recall;
    }

    /** The rule of the book that would find it, were it asked. */
    private String rule() {
        return switch (because) {
            case CONSENT_WITHDRAWN -> "PIPL-15-1";
            case LICENCE_LAPSED -> "SHDR-55-2";
            case PARTY_DISQUALIFIED, LAW_CHANGED -> "SHDR-67-1";
        };
    }

    private Bilingual instrument() {
        return switch (because) {
            case CONSENT_WITHDRAWN -> PIPL;
            case LICENCE_LAPSED, PARTY_DISQUALIFIED, LAW_CHANGED -> SHDR;
        };
    }

    private String article() {
        return switch (because) {
            case CONSENT_WITHDRAWN -> "15、47(1)(3)";
            case LICENCE_LAPSED -> "55(2)";
            case PARTY_DISQUALIFIED, LAW_CHANGED -> "67(2)";
        };
    }
}
