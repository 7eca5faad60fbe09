package pujiang.app.security;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pujiang.stop.Stop;

/**
 * The name of an actor as it is shown. Exchange staff and colleagues read the user name. Other readers see the party
 * and the office, as {@code jingan-air-lab/VENDOR} or {@code exchange/COMPLIANCE_OFFICER}: user names help to guess
 * passwords.
 */
@Component
public class ActorNames {

    private static final String EXCHANGE = "exchange";

    private final UserBoard users;

    ActorNames(UserBoard users) {
        this.users = users;
    }

    /** @param actor a user, or what acts by itself, as the clock does, which is shown as it is */
    public String shown(String actor, Caller reader) {
        if (reader.staff()) return actor;
        return users.find(actor)
                .filter(account -> !reader.own().equals(account.participant()))
                .map(ActorNames::outside)
                .orElse(actor);
    }

    /** For readers who may not see the user name, the office of each author. */
    public List<Stop> shown(List<Stop> stops, Caller reader) {
        return stops.stream().map(stop -> stop.by(shown(stop.by(), reader))).toList();
    }

    private static String outside(Account account) {
        var party = account.participant();
        var offices = account.roles().stream().sorted().map(Role::name).collect(Collectors.joining("+"));
        return (party == null ? EXCHANGE : party.value()) + "/" + offices;
    }
}
