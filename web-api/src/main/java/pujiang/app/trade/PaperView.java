package pujiang.app.trade;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.delivery.Content;
import pujiang.trade.DocumentRequest;
import pujiang.trade.TradeParty;

/**
 * A document requested from a party, as that party and exchange staff see it.
 *
 * @param number counts from 1 within the trade
 * @param wanted the requested document, in the officer's words
 * @param content null until it is submitted
 * @param withdrawn reason of an officer's withdrawal of the request; null without one
 * @param proves the party's statement of what it proves; null until it is submitted
 */
public record PaperView(
        int number,
        TradeParty side,
        List<Proven> facts,
        String wanted,
        DocumentRequest.Status status,
        @Nullable Content content,
        @Nullable Map<String, @Nullable Object> proves,
        @Nullable String withdrawn) {

    /** A fact that it must prove. */
    public record Proven(String fact, Bilingual meaning, String type) {

        static Proven of(Fact<?> fact) {
            return new Proven(fact.name(), fact.words(), fact.type());
        }
    }

    static PaperView of(DocumentRequest documentRequest) {
        var shown = documentRequest.shown();
        return new PaperView(
                documentRequest.number(),
                documentRequest.asking().side(),
                documentRequest.asking().facts().stream()
                        .map(name -> Proven.of(FactDictionary.named(name).orElseThrow()))
                        .toList(),
                documentRequest.asking().wanted(),
                documentRequest.status(),
                shown == null ? null : shown.content(),
                shown == null ? null : shown.facts().stated(),
                documentRequest.withdrawn());
    }

    public boolean open() {
        return status == DocumentRequest.Status.OPEN;
    }
}
