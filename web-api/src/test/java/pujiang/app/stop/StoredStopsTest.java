package pujiang.app.stop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.security.Accounts;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** Suspensions that were stored before a stop had an author: the migration reads them as the aggregates do. */
@ExchangeTest
class StoredStopsTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    EventStore events;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            complaint "7", 投诉                                    | OPERATOR   | OPERATOR_ORDER      | null
            召回 recall licence-7                                 | RECALL     | RECALLED            | licence-7
            逾期未履行义务 obligation breached: o-12 (NDSR-31 评估)   | OBLIGATION | OBLIGATION_BREACHED | o-12
            """)
    void theMigrationReadsWhatWasStoredAsTheAggregateDoes(String reason, String author, String ground, String cause)
            throws Exception {
        var market = new Market(port, accounts);
        var sale = new Sale(market, "1.00");
        var listing = new ListingId(sale.listing());
        store("Listing", listing.value(), new ListingSuspended(listing, reason, null));
        store("Participant", sale.vendorId().value(), new ParticipantSuspended(sale.vendorId(), reason, null));
        database.sql("UPDATE listing_board SET stops = NULL WHERE id = ?")
                .param(listing.value())
                .update();
        database.sql("UPDATE participant_board SET stops = NULL WHERE id = ?")
                .param(sale.vendorId().value())
                .update();

        migrate();

        var read = market.get(market.operator(), "/listings/" + listing).is(200);
        assertThat(read.text("/listing/state")).isEqualTo("suspended");
        for (var stop : Arrays.asList(
                read.body().at("/listing/stops/0"),
                market.get(market.operator(), "/participants/" + sale.vendorId())
                        .is(200)
                        .body()
                        .at("/stops/0"))) {
            assertThat(stop.path("author").asString()).isEqualTo(author);
            assertThat(stop.path("ground").asString()).isEqualTo(ground);
            assertThat(stop.path("reason").asString()).isEqualTo(reason);
            if (cause.equals("null")) assertThat(stop.path("cause").isNull()).isTrue();
            else assertThat(stop.path("cause").asString()).isEqualTo(cause);
        }
    }

    /** At the end of what is there already. */
    private void store(String type, String id, Object event) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            long next = events.readEvents(id)
                    .asStream()
                    .filter(each -> each.getType().equals(type))
                    .count();
            events.publish(new GenericDomainEventMessage<>(type, id, next, event));
        });
    }

    /** Only what it does to rows: its columns are there. */
    private void migrate() throws IOException {
        try (var file = StoredStopsTest.class.getResourceAsStream("/db/migration/V55__stops.sql")) {
            var script = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            var updates = Arrays.stream(script.split(";\n"))
                    .map(statement -> statement.replaceAll("(?m)^--.*\n", "").strip())
                    .filter(statement -> statement.startsWith("UPDATE"))
                    .toList();
            assertThat(updates).hasSize(2);
            for (var update : updates) database.sql(update).update();
        }
    }
}
