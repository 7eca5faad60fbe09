package pujiang.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test that was not run is never taken for one that passed. */
class SkippedPagesTest {

    @TempDir
    Path folder;

    @Test
    void theEndOfTheBuildNamesWhatWasSkippedAndWhy() throws Exception {
        var file = Files.writeString(folder.resolve("skipped"), "PagesTest: no Chromium to drive: none\n");

        assertThat(SkippedPages.told(file))
                .contains("WERE SKIPPED", "PagesTest: no Chromium to drive: none", "apt-get install chromium");
        assertThat(SkippedPages.told(folder.resolve("nothing"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "false, false", "'', false", ", false"})
    void inCiNothingIsSkipped(String ci, boolean is) {
        assertThat(SkippedPages.isCi(ci)).isEqualTo(is);
    }
}
