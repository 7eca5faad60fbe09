package pujiang.host.wiring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pujiang.app.start.DataFolder;
import pujiang.app.start.StartFailure;

/**
 * Keeps a data folder to one running exchange.
 *
 * <p>The lock belongs to the process, so the operating system drops it however the process ends; a file that merely
 * exists would outlive a {@code kill -9}.
 */
final class DataFolderClaim implements AutoCloseable {

    /** Past the process id, so that another process can read whom to ask even where locks are mandatory. */
    private static final long LOCKED_BYTE = 1L << 20;

    private final DataFolder folder;
    private final FileChannel channel;

    private DataFolderClaim(DataFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static DataFolderClaim on(Path wanted) {
        var root = wanted.toAbsolutePath().normalize();
        try {
            var folder = new DataFolder(OwnerOnly.folder(root).toRealPath());
            OwnerOnly.folder(folder.database());
            OwnerOnly.folder(folder.files());
            OwnerOnly.folder(folder.secrets());
            OwnerOnly.folder(folder.evidence());
            return new DataFolderClaim(folder, lock(folder.root().resolve("exchange.lock")));
        } catch (IOException e) {
            throw new StartFailure(
                    ("the data folder %s cannot be written (%s); give its owner write access and free space, or set"
                                    + " pujiang.data to another folder")
                            .formatted(root, e),
                    "数据目录 %s 不可写；请检查权限和磁盘空间，或用 pujiang.data 指定其他目录".formatted(root),
                    e);
        }
    }

    /** As {@link #on}; empty if another process has it. */
    static Optional<DataFolderClaim> ifFree(Path wanted) {
        try {
            return Optional.of(on(wanted));
        } catch (StartFailure taken) {
            if (taken.getCause() != null) throw taken;
            return Optional.empty();
        }
    }

    DataFolder folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static FileChannel lock(Path file) throws IOException {
        var channel = FileChannel.open(file, CREATE, READ, WRITE);
        if (locked(channel) == null) {
            var holder = Files.readString(file, US_ASCII).strip();
            channel.close();
            throw new StartFailure(
                    ("the data folder %s is in use by another exchange (process %s); "
                                    + "stop that one, or set pujiang.data to another folder")
                            .formatted(file.getParent(), holder),
                    "数据目录 %s 正被另一个实例使用（进程 %s）；请先停止它，或用 pujiang.data 指定其他目录".formatted(file.getParent(), holder));
        }
        channel.truncate(0);
        channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
        return channel;
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }
}
