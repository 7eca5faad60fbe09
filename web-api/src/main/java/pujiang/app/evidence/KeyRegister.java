package pujiang.app.evidence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.evidence.PublicKeys;
import pujiang.evidence.SigningKeys;

/**
 * Binds a database to its first keys. A second program on the same database, or one with a lost data folder, would
 * otherwise sign receipts and checkpoints that the published keys cannot verify.
 */
@Component
final class KeyRegister implements InitializingBean {

    private final SigningKeys keys;
    private final JdbcClient database;
    private final KeyClaim claim;
    private final Clock clock;

    KeyRegister(SigningKeys keys, JdbcClient database, KeyClaim claim, Clock clock) {
        this.keys = keys;
        this.database = database;
        this.claim = claim;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        enterIfFirst(keys.published());
        KeyClaim.registered(database).ifPresent(claim::mustBeOurs);
    }

    private void enterIfFirst(PublicKeys own) {
        database.sql(
                        """
                        INSERT INTO signing_key (one, id, sm2, ed25519, since) VALUES (1, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE one = one""")
                .params(own.id(), own.sm2(), own.ed25519(), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
