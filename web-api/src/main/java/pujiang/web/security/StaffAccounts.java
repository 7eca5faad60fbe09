package pujiang.web.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import pujiang.web.wiring.FirstPasswords;
import pujiang.web.wiring.StartupNote;

/** The exchange's first two people. Their passwords are generated and lie in the data folder, never in a log. */
@Component
@Order(1)
class StaffAccounts implements StartupNote {

    private static final Map<String, Role> FIRST =
            Map.of("operator", Role.OPERATOR, "officer", Role.COMPLIANCE_OFFICER);

    private final Accounts accounts;
    private final FirstPasswords passwords;

    StaffAccounts(Accounts accounts, FirstPasswords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void openOnce() {
        FIRST.forEach((username, role) -> {
            if (accounts.exists(username)) return;
            accounts.open(username, username, null, Set.of(role), passwords.of(username));
        });
    }

    @Override
    public List<String> lines() {
        return List.of("accounts / 账号: operator, officer — first passwords / 初始密码: " + passwords.folder());
    }
}
