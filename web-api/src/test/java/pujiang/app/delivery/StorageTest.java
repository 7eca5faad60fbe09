package pujiang.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pujiang.web.Market.fresh;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import pujiang.app.command.Transactions;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** Who may leave files here, how much, and for how long. */
@ExchangeTest
class StorageTest {

    private static final String REASON = "{\"reason\": \"seen\"}";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    ContentStore store;

    @Autowired
    ContentBoard contents;

    @Autowired
    Transactions transactions;

    @Autowired
    Clock clock;

    @Autowired
    UnusedContents unused;

    @Autowired
    JdbcClient database;

    private Market market;
    private Parcels parcels;

    @BeforeEach
    void aMarket() {
        market = new Market(port, accounts);
        parcels = new Parcels(port);
    }

    @Test
    void whoHasNoStandingUploadsNothing() throws Exception {
        var applied = fresh("applied");
        market.put(market.operator(), "/participants/" + applied, Market.application(applied, Market.creditCode()))
                .is(201);
        assertThat(upload(new ParticipantId(applied))).isEqualTo(403);

        market.post(market.operator(), "/participants/" + applied + "/rejection", REASON)
                .is(200);
        assertThat(upload(new ParticipantId(applied))).isEqualTo(403);

        var suspended = market.participant("suspended");
        assertThat(upload(suspended)).isEqualTo(201);
        suspend(suspended);
        assertThat(upload(suspended)).isEqualTo(403);
    }

    @Test
    void aSuspendedVendorUploadsWhatItHasSoldAndNothingElse() throws Exception {
        var sale = new Sale(market, "10.00").deposit("10.00");
        var trade = fresh("trade");
        sale.order(trade).is(201);
        suspend(sale.vendorId());

        assertThat(upload(sale.vendorId())).isEqualTo(201);
        sale.deliver(trade, fresh("content")).is(200);
        assertThat(upload(sale.vendorId())).isEqualTo(403);
    }

    @Test
    void whatAParticipantMayHaveHereIsCountedOverAllItsFiles() throws Exception {
        var owner = market.participant("owner");
        var uploads = new Uploads(store, contents, new Quotas(DataSize.ofKilobytes(100)), transactions, clock);

        assertThat(take(uploads, owner, 60, 1, 60 * 1024)).isEqualTo("taken");
        assertThat(take(uploads, owner, 60, 2, 60 * 1024)).isEqualTo("content.quota-exceeded");
        assertThat(take(uploads, owner, 60, 2, -1)).isEqualTo("content.quota-exceeded");
        assertThat(take(uploads, owner, 60, 1, -1)).as("the same once more").isEqualTo("taken");
        assertThat(take(uploads, owner, 40, 3, -1)).isEqualTo("taken");
        assertThat(take(uploads, market.participant("other"), 60, 4, -1)).isEqualTo("taken");
        assertThat(Files.exists(store.path(Parcels.sha256(Parcels.bytes(60 * 1024, 2)))))
                .isFalse();
    }

    @Test
    void uploadsAtOnceHaveOneQuotaTogether() {
        var quotas = new Quotas(DataSize.ofKilobytes(100));
        var owner = new ParticipantId("somebody");
        try (var first = quotas.share(owner, 0, 60 * 1024);
                var second = quotas.share(owner, 0, -1)) {
            first.upTo(60 * 1024);
            second.upTo(40 * 1024);
            assertThat(catchThrowableOfType(Refused.class, () -> second.upTo(41 * 1024)))
                    .isNotNull();
        }
        quotas.share(owner, 0, 100 * 1024).close();
    }

    @Test
    void whatNothingRefersToIsRemovedAfterItsTime() throws Exception {
        var sale = new Sale(market, "10.00");
        var idle = sale.uploaded(fresh("idle"));
        var young = sale.uploaded(fresh("young"));
        var sent = sale.uploaded(fresh("sent"));
        sale.deposit("10.00");
        var trade = fresh("trade");
        sale.order(trade).is(201);
        market.post(sale.vendor(), "/trades/" + trade + "/delivery", "{\"sha256\": \"" + sent + "\"}")
                .is(200);
        age(idle);
        age(sent);

        unused.run(() -> true);

        assertThat(Files.exists(store.path(idle))).as("idle").isFalse();
        assertThat(Files.exists(store.path(young))).as("young").isTrue();
        assertThat(Files.exists(store.path(sent))).as("sent").isTrue();
        assertThat(market.get(sale.vendor(), "/contents").is(200).body().toString())
                .contains(young, sent)
                .doesNotContain(idle);
    }

    @Test
    void whatAnotherHasUploadedAsWellStaysForIt() throws Exception {
        var bytes = fresh("shared").getBytes(UTF_8);
        var sha256 = Parcels.sha256(bytes);
        var one = market.token(market.participant("one"), Role.VENDOR);
        var two = market.token(market.participant("two"), Role.VENDOR);
        parcels.upload(one, bytes, "text/csv");
        age(sha256);
        parcels.upload(two, bytes, "text/csv");

        unused.run(() -> true);

        assertThat(market.get(one, "/contents").body()).isEmpty();
        assertThat(market.get(two, "/contents").body()).hasSize(1);
        assertThat(Files.readAllBytes(store.path(sha256))).isEqualTo(bytes);
    }

    @Test
    void aFileThatNoRecordNamesIsRemovedAsWell() throws Exception {
        var lost = Parcels.sha256(fresh("lost").getBytes(UTF_8));
        Files.createDirectories(store.path(lost).getParent());
        Files.writeString(store.path(lost), "lost");
        age(lost);

        unused.run(() -> true);

        assertThat(Files.exists(store.path(lost))).isFalse();
    }

    private void age(String sha256) throws Exception {
        var then = clock.instant().minus(Duration.ofDays(31));
        database.sql("update content_board set uploaded_at = ? where sha256 = ?")
                .params(LocalDateTime.ofInstant(then, ZoneOffset.UTC), sha256)
                .update();
        Files.setLastModifiedTime(store.path(sha256), FileTime.from(then));
    }

    private void suspend(ParticipantId participant) throws Exception {
        market.post(market.operator(), "/participants/" + participant + "/suspension", REASON)
                .is(200);
    }

    private int upload(ParticipantId participant) throws Exception {
        var token = market.token(participant, Role.VENDOR);
        return parcels.upload(token, fresh("bytes").getBytes(UTF_8), "text/csv").statusCode();
    }

    private static String take(Uploads uploads, ParticipantId owner, int kilobytes, long seed, long announced)
            throws Exception {
        var bytes = Parcels.bytes(kilobytes * 1024, seed);
        var sha256 = Parcels.sha256(bytes);
        var refused = catchThrowableOfType(
                Refused.class,
                () -> uploads.take(owner, sha256, new ByteArrayInputStream(bytes), announced, "text/csv"));
        return refused == null ? "taken" : refused.refusal().code();
    }
}
