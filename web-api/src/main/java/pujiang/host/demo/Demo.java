package pujiang.host.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.host.wiring.FirstPasswords;
import pujiang.host.wiring.Progress;
import pujiang.participant.ParticipantId;
import tools.jackson.databind.json.JsonMapper;

/** Plays the demo once the exchange answers, if it was started with the argument {@code demo}. */
@Component
class Demo {

    private static final Duration TOKEN_LIFE = Duration.ofDays(1);

    private final ApplicationArguments arguments;
    private final Environment environment;
    private final Accounts accounts;
    private final FirstPasswords passwords;
    private final Progress progress;
    private final JsonMapper json;

    Demo(
            ApplicationArguments arguments,
            Environment environment,
            Accounts accounts,
            FirstPasswords passwords,
            Progress progress,
            JsonMapper json) {
        this.arguments = arguments;
        this.environment = environment;
        this.accounts = accounts;
        this.passwords = passwords;
        this.progress = progress;
        this.json = json;
    }

    /** After the summary of the start. A demo that fails says where, and leaves the exchange running. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void play() {
        if (!arguments.getNonOptionArgs().contains("demo")) return;
        var exchange = URI.create("http://localhost:" + environment.getProperty("local.server.port"));
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            new DemoStory(user -> signedIn(user, http, exchange), progress::line, exchange).tell();
        } catch (DemoFailed | IOException e) {
            progress.line("demo stopped 演示已中止: " + e.getMessage());
        }
    }

    /** The participants' users are opened as the operator would, each with a generated password of its own. */
    private ExchangeClient signedIn(String user, HttpClient http, URI exchange) {
        if (!accounts.exists(user)) {
            var member = DemoCast.of(user);
            accounts.open(
                    user,
                    member.displayName(),
                    new ParticipantId(member.id()),
                    Set.of(Role.valueOf(member.role()), Role.PARTICIPANT_ADMIN),
                    passwords.of(user));
        }
        var token = accounts.issue(user, "demo", TOKEN_LIFE);
        return new ExchangeClient(http, json, exchange, token.token());
    }
}
