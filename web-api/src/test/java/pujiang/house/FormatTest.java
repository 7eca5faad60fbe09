package pujiang.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Main;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The formatter decides. It runs here and not in the build, because Maven's own JVM may be too old for it. */
@Execution(ExecutionMode.CONCURRENT)
class FormatTest {

    private static final String MEND =
            "mvn -pl web-api -am test -Dtest=FormatTest" + " -Dsurefire.failIfNoSpecifiedTests=false -Dformat=write";

    @Test
    void everyFileIsAsTheFormatterWritesIt() throws Exception {
        if ("write".equals(System.getProperty("format"))) format("--replace");

        assertThat(format("--dry-run")).as("not formatted; fix: " + MEND).isEmpty();
    }

    /** What it printed: the files that differ, or what keeps it from reading one. */
    private static String format(String mode) throws Exception {
        var files = House.files(".java").map(file -> House.ROOT.resolve(file).toString());
        var arguments = Stream.concat(Stream.of("--palantir", mode), files).toArray(String[]::new);
        var told = new StringWriter();
        var out = new PrintWriter(told, true);
        new Main(out, out, InputStream.nullInputStream()).format(arguments);
        return told.toString();
    }
}
