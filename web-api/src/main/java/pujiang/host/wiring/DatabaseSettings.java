package pujiang.host.wiring;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import pujiang.app.start.DataFolder;

/**
 * What may be chosen about the database, most of it about the embedded server.
 *
 * @param port on 127.0.0.1; 0 takes a free one at each start
 * @param program where the server's program files lie or will be unpacked; by default inside the data folder
 * @param startLimit also covers the recovery after a crash, which reads the whole log
 * @param keepGaps whether the schema is migrated although events are missing in it, once
 */
@ConfigurationProperties("pujiang.database")
record DatabaseSettings(
        @DefaultValue("0") int port,
        @DefaultValue("256MB") DataSize bufferPool,
        @DefaultValue("120s") Duration startLimit,
        @DefaultValue("60s") Duration stopLimit,
        @Nullable Path program,
        @DefaultValue("false") boolean keepGaps) {

    Path programIn(DataFolder data) {
        return program == null ? data.root().resolve("program") : program.toAbsolutePath();
    }
}
