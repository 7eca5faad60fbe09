package pujiang.host.wiring;

import java.time.LocalDate;
import java.util.List;
import pujiang.compliance.Bilingual;
import pujiang.obligation.Consequence;
import pujiang.obligation.Duty;
import pujiang.obligation.Evidence;
import pujiang.obligation.ObligationEvent.Ground;
import pujiang.obligation.ObligationEvent.ObligationBreached;
import pujiang.obligation.ObligationEvent.ObligationDischarged;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.obligation.ObligationEvent.ObligationProven;
import pujiang.obligation.ObligationEvent.ProofRejected;
import pujiang.obligation.ObligationSubject;
import pujiang.obligation.ResponsibleParty;
import pujiang.trade.TradeId;

/** One of each event of obligations, with every component that can be there. */
public final class ObligationEvents {

    static final Duty DUTY = new Duty(
            Duty.Kind.YEARLY,
            "NDSR-33-1",
            new Bilingual("网络数据安全管理条例", "Network Data Security Management Regulations"),
            "33",
            new Bilingual("重要数据年度风险评估", "Yearly risk assessment of important data"),
            new Bilingual("完成评估", "carry out the assessment"),
            new ResponsibleParty(ResponsibleParty.Side.BUYER, MarketEvents.BUYER),
            new ObligationSubject(
                    new TradeId("pm25-for-lake-labs"),
                    MarketEvents.LISTING,
                    MarketEvents.PRODUCT,
                    MarketEvents.VENDOR,
                    MarketEvents.BUYER),
            "sha-256:" + "0c".repeat(32),
            MarketEvents.DUE,
            LocalDate.of(2027, 11, 23));

    private ObligationEvents() {}

    public static List<Object> all() {
        var id = DUTY.id();
        return List.of(
                new ObligationIncurred(id, DUTY),
                new ObligationProven(id, new Evidence("已报送 (submitted)", "0a".repeat(32)), "lake-user"),
                new ProofRejected(id, "附件无法打开", MarketEvents.DUE),
                new ObligationBreached(id, MarketEvents.DUE, Consequence.PARTY_SUSPENDED),
                new ObligationDischarged(id, Ground.PROOF_ACCEPTED, "report seen"));
    }
}
