package pujiang.web.security;

import java.util.Set;

/** A user as colleagues see it. */
public record UserView(String username, String displayName, Set<Role> roles, boolean enabled) {

    static UserView of(Account account) {
        return new UserView(account.username(), account.displayName(), account.roles(), account.enabled());
    }
}
