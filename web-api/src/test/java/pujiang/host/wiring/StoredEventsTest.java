package pujiang.host.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.compliance.FactSheet;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductCommand.RegisterProduct;
import pujiang.product.ProductCommand.StrikeOffProduct;
import pujiang.product.ProductDescription;
import pujiang.product.ProductEvent.ProductRegistered;
import pujiang.product.ProductEvent.ProductStruckOff;
import pujiang.product.ProductId;
import pujiang.product.ProductProfile;
import pujiang.refusal.Refused;
import pujiang.web.ExchangeTest;

@ExchangeTest
class StoredEventsTest {

    @Autowired
    CommandGateway commands;

    @Autowired
    EventStore events;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Onlookers.Register register;

    @Autowired
    Onlookers.Reader reader;

    @BeforeEach
    void boardsThatWork() {
        register.broken = false;
        register.lines.clear();
    }

    @Test
    void anEventIsStoredUnderItsNameAndCarriesWhoAskedAndWhen() {
        var asked = new GenericCommandMessage<>(
                registration("stored-name"),
                Map.of("actor", "vendor-user", "at", "2026-01-02T03:04:05Z", "secret", "stays with the command"));
        commands.sendAndWait(asked);

        var row = database.sql("SELECT payload_type, payload_revision, type, payload, meta_data"
                        + " FROM domain_event_entry WHERE aggregate_identifier = 'stored-name'")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("payload_type", "product.registered")
                .containsEntry("payload_revision", "1")
                .containsEntry("type", "Product");
        assertThat(new String((byte[]) row.get("payload"), UTF_8)).contains("\"product\":\"stored-name\"");
        assertThat(new String((byte[]) row.get("meta_data"), UTF_8))
                .contains("\"actor\":\"vendor-user\"", "\"at\":\"2026-01-02T03:04:05Z\"")
                .doesNotContain("secret");
    }

    @Test
    void anAggregateIsReadBackFromItsEvents() {
        commands.sendAndWait(registration("read-back"));
        commands.sendAndWait(registration("read-back"));
        commands.sendAndWait(new StrikeOffProduct(new ProductId("read-back"), "wrong"));

        assertThat(events.readEvents("read-back").asStream().map(event -> event.getPayload()))
                .hasExactlyElementsOfTypes(ProductRegistered.class, ProductStruckOff.class);
    }

    @Test
    void whatABoardThrowsUndoesTheCommand() {
        register.broken = true;
        assertThatThrownBy(() -> commands.sendAndWait(registration("board-broken")))
                .hasMessageContaining("the board is broken");
        assertThat(stored("board-broken")).isZero();
    }

    @Test
    void theRequestsTransactionTakesEventsAndBoardsWithIt() {
        var request = new TransactionTemplate(transactions);
        request.executeWithoutResult(status -> {
            commands.sendAndWait(registration("outer-rolled-back"));
            assertThat(register.lines).containsExactly("outer-rolled-back");
            assertThat(stored("outer-rolled-back")).isOne();
            status.setRollbackOnly();
        });
        assertThat(stored("outer-rolled-back")).isZero();

        request.executeWithoutResult(_ -> commands.sendAndWait(registration("outer-committed")));
        assertThat(stored("outer-committed")).isOne();
    }

    @Test
    void aRefusalReachesTheCallerAsItself() {
        commands.sendAndWait(registration("refused"));
        commands.sendAndWait(new StrikeOffProduct(new ProductId("refused"), "wrong"));
        var other = registration("refused", "other title");
        assertThatThrownBy(() -> commands.sendAndWait(other)).isInstanceOf(Refused.class);
    }

    @Test
    void aProductAndAParticipantMayHaveTheSameName() {
        publish("Participant", "same-name", 0);
        commands.sendAndWait(registration("same-name"));
        commands.sendAndWait(new StrikeOffProduct(new ProductId("same-name"), "wrong"));
        assertThat(stored("same-name")).isEqualTo(3);
    }

    @Test
    void twoWritersOfTheSameStepAreToldApart() {
        publish("Product", "same-step", 0);
        assertThatThrownBy(() -> publish("Product", "same-step", 0))
                .isInstanceOf(AggregateStreamCreationException.class);
        publish("Product", "same-step", 1);
        assertThatThrownBy(() -> publish("Product", "same-step", 1)).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void aFollowerReadsWhatWasCommitted() throws InterruptedException {
        commands.sendAndWait(registration("followed"));
        @Nullable String seen;
        do {
            seen = reader.seen.poll(20, TimeUnit.SECONDS);
        } while (seen != null && !seen.equals("followed"));
        assertThat(seen).isEqualTo("followed");
    }

    private void publish(String type, String id, long step) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> events.publish(new GenericDomainEventMessage<>(
                        type, id, step, new ProductStruckOff(new ProductId(id), "planted"))));
    }

    private long stored(String id) {
        return database.sql("SELECT COUNT(*) FROM domain_event_entry WHERE aggregate_identifier = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static RegisterProduct registration(String id) {
        return registration(id, "Hourly PM2.5 上海");
    }

    private static RegisterProduct registration(String id, String title) {
        var description = new ProductDescription(
                title, "", List.of(), null, null, ProductDescription.Frequency.HOURLY, 1, 1, "", "measured");
        return new RegisterProduct(
                new ProductId(id), new ParticipantId("a-vendor"), description, new ProductProfile(FactSheet.empty()));
    }
}
