package pujiang.app.board;

import java.security.SecureRandom;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys that all processes of an exchange share. The first process that needs a key makes it. */
@Component
public class SharedKeyBoard {

    private static final int BYTES = 32;

    private final JdbcClient database;
    private final SecureRandom random;

    SharedKeyBoard(JdbcClient database, SecureRandom random) {
        this.database = database;
        this.random = random;
    }

    public byte[] named(String name) {
        var fresh = new byte[BYTES];
        random.nextBytes(fresh);
        try {
            database.sql("INSERT INTO shared_key (name, bytes) VALUES (?, ?)")
                    .params(name, fresh)
                    .update();
            return fresh;
        } catch (DuplicateKeyException _) {
            return database.sql("SELECT bytes FROM shared_key WHERE name = ?")
                    .param(name)
                    .query(byte[].class)
                    .single();
        }
    }
}
