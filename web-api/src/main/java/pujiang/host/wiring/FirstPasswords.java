package pujiang.host.wiring;

import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The passwords with which accounts are opened: one file each in the data folder, for its owner's eyes only. */
@Component
public final class FirstPasswords {

    private final Secrets secrets;

    FirstPasswords(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The password of that account, made when it is asked for the first time. */
    public String of(String username) {
        return secrets.named("password-" + username);
    }

    public Path folder() {
        return secrets.folder();
    }
}
