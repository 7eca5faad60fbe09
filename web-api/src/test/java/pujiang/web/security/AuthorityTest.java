package pujiang.web.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.listing.ListingCommand;
import pujiang.obligation.ObligationCommand;
import pujiang.participant.ParticipantCommand;
import pujiang.product.ProductCommand;
import pujiang.recall.RecallCommand;
import pujiang.rulebook.RuleBookCommand;
import pujiang.trade.ReviewCommand;
import pujiang.trade.TradeCommand;
import pujiang.watch.WatchCommand;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.security.AccessTable.Row;

/**
 * Nothing that an authority has set is undone by the party that it binds. {@code authority.txt} places every
 * state-changing operation; and every one of them is sent in the name of everybody who is bound against every state that
 * an authority can set.
 */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class AuthorityTest {

    private static final List<Class<?>> COMMANDS = List.of(
            ParticipantCommand.class,
            ProductCommand.class,
            ListingCommand.class,
            TradeCommand.class,
            ReviewCommand.class,
            ObligationCommand.class,
            RecallCommand.class,
            WatchCommand.class,
            RuleBookCommand.class);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private final HttpClient http = HttpClient.newHttpClient();
    private Market market;
    private AccessCast cast;
    private String officer;

    @BeforeAll
    void everybodyIsThere() throws Exception {
        market = new Market(port, accounts);
        cast = new AccessCast(market, accounts, database);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
    }

    @Test
    void everyOperationAndEveryCommandHasItsPlaceInTheTable() {
        var placed = table();
        var there = new TreeSet<String>();
        changing().map(Row::endpoint).map(AuthorityTest::plain).forEach(there::add);
        for (var family : COMMANDS) {
            for (var command : family.getPermittedSubclasses()) {
                if (command.isRecord()) there.add(family.getSimpleName() + "." + command.getSimpleName());
            }
        }

        assertThat(placed.keySet())
                .as("src/test/resources/authority.txt has a row for each operation: who undoes what with it?")
                .containsExactlyInAnyOrderElementsOf(there);
        assertThat(placed.values()).allSatisfy(kind -> assertThat(kind).isIn("SETS", "UNDOES", "NOTHING", "OWN"));
    }

    @Test
    void everyFamilyOfCommandsIsInTheTable() {
        var families = new ClassFileImporter()
                .importPackages("pujiang").stream()
                        .filter(each -> !each.getPackageName().startsWith("pujiang.app"))
                        .filter(each ->
                                each.isInterface() && each.getSimpleName().endsWith("Command"))
                        .filter(each -> each.getSubclasses().stream().anyMatch(JavaClass::isRecord))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(families)
                .containsExactlyInAnyOrderElementsOf(
                        COMMANDS.stream().map(Class::getName).toList());
    }

    @ParameterizedTest
    @EnumSource(Bound.Held.class)
    void nobodyWhoIsBoundUndoesWhatAnAuthorityHasSet(Bound.Held held) throws Exception {
        for (var who : List.of("vendor", "buyer", "admin")) {
            var scene = new Bound(held, market, officer, accounts, cast);
            scene.set();
            scene.stands("before anything was sent");
            for (var row : ofOthers()) {
                send(scene.token(who), row, scene.path(row), scene.body(row));
                scene.stands("%s after %s in the name of the %s".formatted(held, row.call(), who));
            }
            scene.letsNothingPass(who);
        }
    }

    private void send(String token, Row row, String path, String body) throws Exception {
        var zip = row.body().equals("@draft");
        var type = row.body().equals("@bytes")
                ? "text/csv"
                : zip
                        ? "application/zip"
                        : path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", fresh("key"))
                .method(row.method(), BodyPublishers.ofString(body, zip ? ISO_8859_1 : UTF_8));
        if (row.conditional()) request.header("If-Match", "\"v1\"");
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", row.call(), answer.body()).isLessThan(500);
    }

    private static List<Row> ofOthers() {
        var placed = table();
        return changing()
                .filter(row -> !"OWN".equals(placed.get(plain(row.endpoint()))))
                .toList();
    }

    /** Every row that is no reading, and not about the caller's own session. */
    private static Stream<Row> changing() {
        return AccessTable.read().rows().stream().filter(row -> !row.call().startsWith("GET "));
    }

    /** A request with a header and one without are the same operation. */
    private static String plain(String endpoint) {
        return endpoint.replace(" If-Match", "");
    }

    private static Map<String, String> table() {
        try (var file = AuthorityTest.class.getResourceAsStream("/authority.txt")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .collect(Collectors.toMap(
                            List::getFirst, parts -> parts.get(1), (_, second) -> second, LinkedHashMap::new));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
