package pujiang.host.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import pujiang.evidence.ContentDigests;

/** The file that the demo delivers. */
record DemoFile(String sha256, long size, String sample) {

    private static final ClassPathResource SERIES = new ClassPathResource("demo/data/shanghai-pm25-2013-2015.csv");
    private static final int SAMPLE_LINES = 6;

    static DemoFile load() throws IOException {
        var digests = new ContentDigests();
        long size = 0;
        try (var bytes = SERIES.getInputStream()) {
            var buffer = new byte[64 * 1024];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digests.update(buffer, read);
                size += read;
            }
        }
        try (var lines = new BufferedReader(new InputStreamReader(SERIES.getInputStream(), StandardCharsets.UTF_8))) {
            var sample = lines.lines().limit(SAMPLE_LINES).collect(Collectors.joining("\n"));
            return new DemoFile(digests.sha256(), size, sample);
        }
    }

    InputStream open() {
        try {
            return SERIES.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
