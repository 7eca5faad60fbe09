package pujiang.app.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.start.DataFolder;
import pujiang.app.start.StartClaim;
import pujiang.app.start.StartFailure;
import pujiang.evidence.PublicKeys;
import pujiang.evidence.SigningKeys;

/**
 * A database belongs to the keys that it was begun with; see {@link KeyRegister}, which enters them. Where others are
 * entered already, this exchange does not even change the schema.
 */
@Component
final class KeyClaim implements StartClaim {

    private final SigningKeys keys;
    private final DataFolder data;

    KeyClaim(SigningKeys keys, DataFolder data) {
        this.keys = keys;
        this.data = data;
    }

    @Override
    public void check(DataSource database) {
        if (!isBegun(database)) return;
        registered(JdbcClient.create(database)).ifPresent(this::mustBeOurs);
    }

    static Optional<PublicKeys> registered(JdbcClient database) {
        return database.sql("SELECT id, sm2, ed25519 FROM signing_key WHERE one = 1")
                .query(PublicKeys.class)
                .optional();
    }

    void mustBeOurs(PublicKeys registered) {
        if (registered.equals(keys.published())) return;
        var file = data.secrets().resolve("signing-keys");
        throw new StartFailure(
                ("the database belongs to an exchange that signs with key %s, and %s holds key %s; "
                                + "copy that file from the data folder of the exchange that began the database")
                        .formatted(registered.id(), file, keys.published().id()),
                "数据库属于以密钥 %s 签名的交易所，而 %s 中是密钥 %s；请从最初使用该数据库的数据目录复制此文件"
                        .formatted(registered.id(), file, keys.published().id()));
    }

    private static boolean isBegun(DataSource database) {
        try (Connection connection = database.getConnection();
                var tables = connection.getMetaData().getTables(connection.getCatalog(), null, "signing_key", null)) {
            return tables.next();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the database cannot be asked whose it is", e);
        }
    }
}
