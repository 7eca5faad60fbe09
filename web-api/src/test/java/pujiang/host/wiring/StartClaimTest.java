package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.start.StartClaim;
import pujiang.app.start.StartFailure;
import pujiang.web.ExchangeTest;

/** A start that is refused leaves the database as it was. */
@ExchangeTest
class StartClaimTest {

    private static final String NEXT = "claim_test_next_release";

    @Autowired
    FlywayMigrationStrategy schema;

    @Autowired
    List<StartClaim> claims;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient sql;

    @AfterEach
    void withoutTheNextRelease() {
        sql.sql("drop table if exists " + NEXT).update();
        sql.sql("drop table if exists claim_test_history").update();
    }

    @Test
    void aDatabaseOfOtherKeysIsNotMigrated() {
        var id = sql.sql("select id from signing_key where one = 1")
                .query(String.class)
                .single();
        named("of another exchange");
        try {
            assertThatThrownBy(() -> schema.migrate(nextRelease()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("signs with key of another exchange");
            assertThat(isMigrated()).isFalse();
        } finally {
            named(id);
        }

        schema.migrate(nextRelease());
        assertThat(isMigrated()).as("with its own keys").isTrue();
    }

    private void named(String id) {
        sql.sql("update signing_key set id = ? where one = 1").param(id).update();
    }

    @Test
    void aPortThatIsTakenIsFoundBeforeAnythingIsChanged() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var claim = new PortClaim(taken.getLocalPort(), InetAddress.getLoopbackAddress());

            assertThatThrownBy(() -> claim.check(database)).isInstanceOf(PortInUseException.class);
        }
        assertThat(claims).hasAtLeastOneElementOfType(PortClaim.class).hasSizeGreaterThan(1);
    }

    private Flyway nextRelease() {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:claim-test")
                .table("claim_test_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    private boolean isMigrated() {
        return sql.sql("select count(*) from information_schema.tables where table_name = ?")
                        .param(NEXT)
                        .query(Long.class)
                        .single()
                == 1;
    }
}
