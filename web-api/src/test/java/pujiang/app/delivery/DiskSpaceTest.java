package pujiang.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import pujiang.app.start.DataFolder;
import pujiang.refusal.Refused;

/** A disk of 40 MB, of which 10 MB are for the database. */
class DiskSpaceTest {

    private static final int MB = 1024 * 1024;
    private static final long DISK = 40L * MB;
    private static final long RESERVE = 10L * MB;

    @TempDir
    Path folder;

    private ContentStore store;
    private final AtomicLong others = new AtomicLong();

    @BeforeEach
    void aStore() throws Exception {
        store = new ContentStore(
                new DataFolder(folder), DataSize.ofGigabytes(20), DataSize.ofBytes(RESERVE), this::free);
    }

    @Test
    void anUploadOfUnknownLengthIsRefusedWhereTheReserveBegins() throws Exception {
        assertThat(receive(35, -1, 1)).isEqualTo("content.no-space");

        assertThat(free()).isEqualTo(DISK);
        assertThat(receive(25, -1, 2)).isEqualTo("taken");
    }

    @Test
    void uploadsAtOnceShareTheRoom() throws Exception {
        var uploads = new ArrayList<CompletableFuture<String>>();
        for (int i = 0; i < 6; i++) {
            int seed = i;
            uploads.add(CompletableFuture.supplyAsync(() -> receive(12, seed % 2 == 0 ? -1 : 12 * MB, seed)));
        }
        var answers = uploads.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn("taken"::equals).hasSizeLessThanOrEqualTo(2);
        assertThat(answers).filteredOn(answer -> !answer.equals("taken")).containsOnly("content.no-space");
        assertThat(least).as("free at the worst moment").hasValueGreaterThanOrEqualTo(RESERVE);
    }

    @Test
    void whatWasPromisedToOneIsGivenToNoOther() throws Exception {
        var diskSpace = new DiskSpace(this::free, RESERVE);
        try (var _ = diskSpace.place(20L * MB)) {
            assertThatThrownBy(() -> diskSpace.place(11L * MB)).isInstanceOf(Refused.class);
        }
        diskSpace.place(11L * MB).close();
    }

    @Test
    void anUploadEndsWhereTheDatabaseHasTakenTheRestOfTheRoom() throws Exception {
        var diskSpace = new DiskSpace(this::free, RESERVE);
        try (var place = diskSpace.place(20L * MB)) {
            place.before(MB);
            place.after(MB);
            others.set(31L * MB);
            assertThatThrownBy(() -> place.before(MB)).isInstanceOf(Refused.class);
        }
    }

    private final AtomicLong least = new AtomicLong(Long.MAX_VALUE);

    private String receive(int megabytes, long announced, long seed) {
        var bytes = Parcels.bytes(megabytes * MB, seed);
        try {
            var sha256 = Parcels.sha256(bytes);
            var part = store.receive(
                    new ByteArrayInputStream(bytes),
                    sha256,
                    announced,
                    "text/csv",
                    _ -> least.accumulateAndGet(free(), Math::min));
            store.keep(part);
            least.accumulateAndGet(free(), Math::min);
            return "taken";
        } catch (Refused refused) {
            return refused.refusal().code();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What the files in the folder have not taken, nor anybody else. */
    private long free() {
        try (var files = Files.walk(folder)) {
            return DISK - others.get() - files.mapToLong(DiskSpaceTest::size).sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long size(Path path) {
        return Files.isRegularFile(path) ? path.toFile().length() : 0;
    }
}
