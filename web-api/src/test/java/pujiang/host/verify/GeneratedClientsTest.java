package pujiang.host.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** The whole trade through clients that were generated from {@code docs/openapi.json}, in the profile {@code clients}. */
@ExchangeTest
@EnabledIfSystemProperty(named = "generated.clients", matches = ".+")
class GeneratedClientsTest {

    private static final Path CLIENTS = Path.of(System.getProperty("generated.clients", ""));
    private static final Path EXAMPLES =
            Path.of("src", "main", "resources", "pujiang", "web", "openapi", "examples.json");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @TempDir
    Path folder;

    @Test
    void theJavaClientPlaysATradeWhoseReceiptIsVerified() throws Exception {
        var classes = CLIENTS.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        play(java, "-cp", classes, "cn.pujiang.client.play.WholeTrade");

        verified();
    }

    @Test
    void theTypeScriptClientPlaysATradeWhoseReceiptIsVerified() throws Exception {
        play(
                "node",
                CLIENTS.resolve("npm")
                        .resolve("compiled")
                        .resolve("whole-trade.js")
                        .toString());

        verified();
    }

    private void play(String... program) throws Exception {
        var market = new Market(port, accounts);
        var customer = market.participant("customer");
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(
                "http://localhost:" + port,
                EXAMPLES.toAbsolutePath().toString(),
                fresh("whole-trade"),
                customer.value(),
                folder.toString()));
        var log = folder.resolve("log.txt").toFile();
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        process.environment().put("VENDOR", market.token(market.participant("seller"), Role.VENDOR));
        process.environment().put("BUYER", market.token(customer, Role.BUYER));
        process.environment().put("OPERATOR", market.operator());
        var running = process.start();
        assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(running.exitValue()).as(Files.readString(log.toPath())).isZero();
    }

    private void verified() {
        var told = new ArrayList<String>();
        int exit = new Verify(told::add, told::add)
                .run(List.of(
                        folder.resolve("receipt.json").toString(),
                        "--keys",
                        folder.resolve("keys.json").toString(),
                        "--content",
                        folder.resolve("bought.csv").toString()));
        assertThat(exit).as("%s", told).isZero();
        assertThat(told.getLast()).isEqualTo("VERIFIED 验证通过");
    }
}
