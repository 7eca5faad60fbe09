package pujiang.web.evidence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.evidence.PublicKeys;
import pujiang.evidence.SigningKeys;
import pujiang.web.wiring.DataFolder;
import pujiang.web.wiring.StartFailure;

/**
 * Keeps a database to the keys that it was begun with. A second program on the same database, or one whose data folder
 * was lost, would otherwise sign receipts and checkpoints that nobody can check with the keys that were published.
 */
@Component
final class KeyRegister implements InitializingBean {

    private final SigningKeys keys;
    private final JdbcClient database;
    private final DataFolder data;
    private final Clock clock;

    KeyRegister(SigningKeys keys, JdbcClient database, DataFolder data, Clock clock) {
        this.keys = keys;
        this.database = database;
        this.data = data;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        enterIfFirst(keys.published());
        var registered = database.sql("select id, sm2, ed25519 from signing_key where one = 1")
                .query(PublicKeys.class)
                .single();
        if (!registered.equals(keys.published())) throw otherKeys(registered);
    }

    private void enterIfFirst(PublicKeys own) {
        database.sql(
                        """
                        insert into signing_key (one, id, sm2, ed25519, since) values (1, ?, ?, ?, ?)
                        on duplicate key update one = one""")
                .params(own.id(), own.sm2(), own.ed25519(), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private StartFailure otherKeys(PublicKeys registered) {
        var file = data.secrets().resolve("signing-keys");
        return new StartFailure(
                "the database belongs to an exchange that signs with key %s, and %s holds key %s; copy that file from the data folder of the exchange that began the database"
                        .formatted(registered.id(), file, keys.published().id()),
                "数据库属于以密钥 %s 签名的交易所，而 %s 中是密钥 %s；请从最初使用该数据库的数据目录复制此文件"
                        .formatted(registered.id(), file, keys.published().id()));
    }
}
