package pujiang.app.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pujiang.compliance.BuyerFacts;
import pujiang.compliance.ContractFacts;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.ExportFacts;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.IncidentFacts;
import pujiang.compliance.SellerFacts;
import pujiang.compliance.TradeFacts;
import pujiang.compliance.UseFacts;
import pujiang.trade.TradeParty;

/**
 * The parties that may read the value of each fact. A party reads the facts that it states itself
 * ({@link TradeParty#mayEvidence}) and the facts that are listed for it here, and no others. Exchange staff read all.
 */
final class FactReaders {

    /** Facts that both parties know: agreed between them, in the catalogue, or shown to both. */
    private static final List<Fact<?>> OF_BOTH = List.of(
            // Neither would trade with the other if it were otherwise.
            SellerFacts.IDENTITY_VERIFIED,
            BuyerFacts.IDENTITY_VERIFIED,
            ExchangeFacts.SDE_REGISTERED,
            // Terms and use are in the agreement.
            ExchangeFacts.PRICE_AMOUNT,
            UseFacts.AUTOMATED_DECISION,
            UseFacts.OPT_OUT_OFFERED,
            UseFacts.DIFFERENTIAL_TERMS,
            TradeFacts.SCENARIO_DECLARED,
            // Reports after the trade are shown to both parties as reported.
            UseFacts.PURPOSE_CHANGED,
            IncidentFacts.PI_LEAK,
            IncidentFacts.LEVEL,
            IncidentFacts.HOURS_KNOWN,
            IncidentFacts.REPORTED,
            IncidentFacts.SUBJECTS_NOTIFIED);

    /** Facts that the exchange states of itself are open to all readers. */
    private static final List<Fact<?>> OF_THE_EXCHANGE = List.of(
            ContractFacts.SIGNATURE,
            TradeFacts.TRACEABLE,
            ExchangeFacts.CRYPTO_COMPLIANT,
            ExchangeFacts.LOG_RETENTION_MONTHS,
            ExchangeFacts.RECORD_AUDIT_KEPT,
            ExchangeFacts.RECORD_TRADE_RETENTION_YEARS,
            ExchangeFacts.RECORD_PROVIDE_RETENTION_YEARS,
            ExchangeFacts.PLATFORM_IS_LARGE,
            ExchangeFacts.PLATFORM_LARGE_DUTIES_MET,
            ExchangeFacts.SDE_DELIVERY_CHANNEL_APPROVED,
            ExchangeFacts.SDE_SETTLED_AND_CERTIFIED);

    /** Findings and counts by others about the vendor and its product. */
    private static final List<Fact<?>> OF_THE_VENDOR = List.of(
            ExchangeFacts.SDE_COMPLIANCE_ASSESSMENT,
            ExchangeFacts.SDE_QUALITY_ASSESSMENT,
            TradeFacts.HARM,
            ExportFacts.SPLITTING,
            ExportFacts.YTD_NON_SENSITIVE,
            ExportFacts.YTD_SENSITIVE);

    /** Findings by others about the buyer, and its location as the exchange knows it. */
    private static final List<Fact<?>> OF_THE_BUYER = List.of(
            BuyerFacts.LOCATION,
            BuyerFacts.ON_RESTRICTED_PI_LIST,
            BuyerFacts.ON_CONTROL_LIST,
            BuyerFacts.SECURITY_CAPABILITY);

    private static final Map<String, Set<TradeParty>> TOLD = told();

    private FactReaders() {}

    static boolean reads(TradeParty tradeParty, String fact) {
        return TOLD.getOrDefault(fact, Set.of()).contains(tradeParty)
                || FactDictionary.named(fact).filter(tradeParty::mayEvidence).isPresent();
    }

    private static Map<String, Set<TradeParty>> told() {
        var told = new HashMap<String, Set<TradeParty>>();
        Stream.of(OF_BOTH, OF_THE_EXCHANGE)
                .flatMap(List::stream)
                .forEach(fact -> told.put(fact.name(), Set.of(TradeParty.VENDOR, TradeParty.BUYER)));
        OF_THE_VENDOR.forEach(fact -> told.put(fact.name(), Set.of(TradeParty.VENDOR)));
        OF_THE_BUYER.forEach(fact -> told.put(fact.name(), Set.of(TradeParty.BUYER)));
        return Map.copyOf(told);
    }
}
