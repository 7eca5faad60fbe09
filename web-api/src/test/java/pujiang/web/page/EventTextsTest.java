package pujiang.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pujiang.app.history.HandoverFields;
import pujiang.app.json.DomainModule;
import pujiang.host.wiring.MarketEvents;
import pujiang.host.wiring.ObligationEvents;
import pujiang.host.wiring.TradeEvents;
import pujiang.listing.ListingEvent;
import pujiang.obligation.ObligationEvent;
import pujiang.participant.ParticipantEvent;
import pujiang.rulebook.RuleBookEvent;
import pujiang.trade.TradeEvent;
import pujiang.web.listing.ListingTexts;
import pujiang.web.obligation.ObligationTexts;
import pujiang.web.participant.ParticipantTexts;
import pujiang.web.rulebook.RuleBookTexts;
import pujiang.web.trade.TradeTexts;
import tools.jackson.databind.json.JsonMapper;

/** What a page shows beside an event stands in the event, at the place by which it is known who may read it. */
@Execution(ExecutionMode.CONCURRENT)
class EventTextsTest {

    private final JsonMapper json =
            JsonMapper.builder().addModule(new DomainModule()).build();

    @Test
    void aTextStandsWhereItsReadersAreLookedUp() {
        var said = new ArrayList<Remark>();
        for (var event : (Iterable<Object>) events()::iterator) {
            var content = HandoverFields.shown(json.valueToTree(event));
            for (var each : said(event)) {
                assertThat(content.at(each.place()).stringValue(null))
                        .as("%s %s", event.getClass().getSimpleName(), each.place())
                        .isEqualTo(each.text());
                said.add(each);
            }
        }
        assertThat(said).extracting(Remark::label).contains("reason", "officer", "wanted", "certificate", "because");
    }

    private static Stream<Object> events() {
        return Stream.of(MarketEvents.all(), TradeEvents.all(), TradeEvents.ofReviews(), ObligationEvents.all())
                .flatMap(List::stream);
    }

    /** Of events that no page shows, nothing. */
    private static List<Remark> said(Object event) {
        return switch (event) {
            case TradeEvent it -> TradeTexts.said(it);
            case ListingEvent it -> ListingTexts.said(it);
            case ObligationEvent it -> ObligationTexts.said(it);
            case ParticipantEvent it -> ParticipantTexts.said(it);
            case RuleBookEvent it -> RuleBookTexts.said(it);
            default -> List.of();
        };
    }
}
