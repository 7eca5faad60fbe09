package pujiang.app.security;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pujiang.stop.Stop;

/**
 * How who did something is shown. The exchange's own people and colleagues read the name of the user; everybody else reads
 * the party and the office, as {@code jingan-air-lab/VENDOR} or {@code exchange/COMPLIANCE_OFFICER}: a name of a user is
 * what one guesses passwords for.
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

    /** Who has set each is told by office to whom the name of the user is not for. */
    public List<Stop> shown(List<Stop> stops, Caller reader) {
        return stops.stream().map(stop -> stop.by(shown(stop.by(), reader))).toList();
    }

    private static String outside(Account account) {
        var party = account.participant();
        var offices = account.roles().stream().sorted().map(Role::name).collect(Collectors.joining("+"));
        return (party == null ? EXCHANGE : party.value()) + "/" + offices;
    }
}
