package pujiang.web.security;

import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordService;
import org.springframework.stereotype.Component;
import pujiang.refusal.Invalid;

/** Argon2id, as Shiro sets it up: 64 MiB, one pass, four lanes; OWASP asks for 19 MiB and two passes, or 46 MiB and one. */
@Component
final class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private final PasswordService shiro = new DefaultPasswordService();
    /** Verified where there is no account, so that an unknown name takes as long as a wrong password. */
    private final String nobodys = shiro.encryptPassword("nobody's password");

    String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Invalid.at(
                    "password", "password.length", "must have 12 to 200 characters", SHORTEST + ".." + LONGEST);
        }
        return shiro.encryptPassword(password);
    }

    boolean match(String password, String hash) {
        return password.length() <= LONGEST && shiro.passwordsMatch(password, hash);
    }

    /** Takes the time of a verification, and fails. */
    boolean matchNobody(String password) {
        shiro.passwordsMatch(password, nobodys);
        return false;
    }
}
