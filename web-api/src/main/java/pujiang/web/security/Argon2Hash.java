package pujiang.web.security;

import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordService;
import org.springframework.stereotype.Component;
import pujiang.app.security.PasswordHash;

/** Argon2id, as Shiro sets it up: 64 MiB, one pass, four lanes; OWASP asks for 19 MiB and two passes, or 46 MiB and one. */
@Component
final class Argon2Hash implements PasswordHash {

    private final PasswordService shiro = new DefaultPasswordService();

    @Override
    public String of(String password) {
        return shiro.encryptPassword(password);
    }

    @Override
    public boolean matches(String password, String hash) {
        return shiro.passwordsMatch(password, hash);
    }
}
