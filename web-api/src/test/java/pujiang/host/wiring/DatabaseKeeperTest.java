package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A database that is left behind, played by a program that sleeps under the same arguments. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DatabaseKeeperTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // Started by each test.
    private Process database;

    @AfterEach
    void end() {
        if (database != null) database.destroyForcibly();
    }

    @Test
    void aDatabaseIsEndedWhenItsExchangeIsGone() throws Exception {
        var keeper = keeping(new DatabaseFiles(folder).mark());

        // What the system does for a process that was killed.
        keeper.open().close();

        assertThat(database.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(keeper.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anExchangeThatEndsItsDatabaseItselfLetsTheKeeperGo() throws Exception {
        var keeper = keeping(new DatabaseFiles(folder).mark());

        keeper.close();

        assertThat(keeper.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(database.isAlive()).isTrue();
    }

    @Test
    void anotherProgramUnderTheSameNumberIsLeftAlone() throws Exception {
        var keeper = keeping("--defaults-file=/another/server.cnf");

        keeper.open().close();

        assertThat(keeper.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(database.isAlive()).isTrue();
    }

    private DatabaseKeeper keeping(String mark) throws Exception {
        database = new ProcessBuilder("/bin/sh", "-c", "sleep 60; true", "mariadbd", mark).start();
        return Objects.requireNonNull(DatabaseKeeper.of(database.toHandle(), new DatabaseFiles(folder)));
    }
}
