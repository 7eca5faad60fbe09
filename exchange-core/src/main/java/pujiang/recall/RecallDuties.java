package pujiang.recall;

import java.time.LocalDate;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Citation;
import pujiang.compliance.Provisions;
import pujiang.obligation.Duty;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationSubject;
import pujiang.obligation.ResponsibleParty;
import pujiang.obligation.ResponsibleParty.Side;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/** Obligations that a recall creates for the parties of a trade, each due at the end of a day in Shanghai. */
public final class RecallDuties {

    /** Days to delete or assess a copy. Our own choice; PIPL art. 47 says at once and requires no proof. */
    private static final int DAYS_FOR_A_COPY = 10;

    private final Provisions law;
    private final RecallId recall;
    private final Occurrence.Kind because;
    private final LocalDate today;

    public RecallDuties(Provisions law, RecallId recall, Occurrence.Kind because, LocalDate today) {
        this.law = law;
        this.recall = recall;
        this.because = because;
        this.today = today;
    }

    /** Blocks delivery until the vendor proves that the ground is restored or the records are removed. */
    public Duty hold(TradeId trade, Agreement agreement, LocalDate last) {
        return duty(
                Kind.BEFORE_DELIVERY,
                new Bilingual("召回解决前不得交付", "Resolve the recall before delivery"),
                new Bilingual(
                        "剔除撤回同意者的记录，或者恢复合法来源，并提交证明",
                        "Remove the records of individuals who withdrew consent, or restore a lawful source, and"
                                + " submit proof"),
                new ResponsibleParty(Side.VENDOR, agreement.vendor()),
                trade,
                agreement,
                last);
    }

    /** Past acts remain valid; a buyer with another ground proves that instead (catalogue, A13). */
    public Duty delete(TradeId trade, Agreement agreement) {
        return duty(
                Kind.DELETION,
                new Bilingual("召回：删除已交付的数据", "Recall: delete the delivered data"),
                new Bilingual(
                        "删除数据及全部副本并书面声明，或者证明自有的合法性基础",
                        "Delete the data and every copy and declare the deletion, or prove a separate legal basis"),
                new ResponsibleParty(Side.BUYER, agreement.buyer()),
                trade,
                agreement,
                today.plusDays(DAYS_FOR_A_COPY));
    }

    public Duty assess(TradeId trade, Agreement agreement) {
        return duty(
                Kind.AGREED_USE,
                new Bilingual("法律变更：重新评估继续使用", "Change of law: reassess the continued use"),
                new Bilingual("按新规定评估继续使用的合法性并书面说明", "Assess the use under the new rules, and report the result"),
                new ResponsibleParty(Side.BUYER, agreement.buyer()),
                trade,
                agreement,
                today.plusDays(DAYS_FOR_A_COPY));
    }

    private Duty duty(
            Kind kind,
            Bilingual title,
            Bilingual remedy,
            ResponsibleParty responsibleParty,
            TradeId trade,
            Agreement agreement,
            LocalDate last) {
        var subject = ObligationSubject.of(trade, agreement);
        var due = Duty.endOf(last);
        var cited = cited();
        return new Duty(
                kind,
                cited.rule(),
                cited.instrument(),
                cited.article(),
                title,
                remedy,
                responsibleParty,
                subject,
                source(recall),
                due,
                null);
    }

    /** Distinguishes an obligation of a recall from one that rules found. */
    private static String source(RecallId recall) {
        return Duty.OF_A_RECALL + recall;
    }

    /** The law under which the ground has ceased. */
    private Citation cited() {
        return switch (because) {
            case CONSENT_WITHDRAWN -> law.withdrawnConsent();
            case LICENCE_LAPSED -> law.lapsedAuthority();
            case PARTY_DISQUALIFIED, LAW_CHANGED -> law.unlawfulTrade();
        };
    }
}
