package pujiang.host.wiring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import pujiang.app.security.Accounts;
import pujiang.app.security.Confirmations;
import pujiang.app.security.Role;
import pujiang.app.start.StartupNote;

/** The exchange's first two users. Their passwords are generated and stored in the data folder, never in a log. */
@Component
@Order(1)
class StaffAccounts implements StartupNote {

    private static final Map<String, Role> FIRST =
            Map.of("operator", Role.OPERATOR, "officer", Role.COMPLIANCE_OFFICER);

    private final Accounts accounts;
    private final FirstPasswords passwords;

    private final Confirmations confirmations;
    private final Set<String> confirmed;

    /** @param confirmed accounts that the start confirms, for want of a second person */
    StaffAccounts(
            Accounts accounts,
            FirstPasswords passwords,
            Confirmations confirmations,
            @Value("${pujiang.accounts.confirmed:}") Set<String> confirmed) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.confirmations = confirmations;
        this.confirmed = Set.copyOf(confirmed);
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void openOnce() {
        FIRST.forEach((username, role) -> {
            if (accounts.exists(username)) return;
            accounts.open(username, username, null, Set.of(role), passwords.of(username));
        });
        confirmed.forEach(confirmations::confirmAtStart);
    }

    @Override
    public List<String> lines() {
        return List.of("accounts / 账号: operator, officer — first passwords / 初始密码: " + passwords.folder());
    }
}
