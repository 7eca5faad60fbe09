package pujiang.app.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pujiang.app.delivery.DeliveryRefusal.NotAnArchive;
import pujiang.app.delivery.DeliveryRefusal.TooManyEntries;
import pujiang.app.delivery.DeliveryRefusal.UnsafeEntry;
import pujiang.refusal.Names;
import pujiang.refusal.Refused;

/**
 * A ZIP that a buyer can unpack without being written over ("zip slip"). Only its directory is read, entry by entry, and
 * the header before each entry, because some programs unpack by these; what the entries hold, archives within archives
 * among it, is not looked into.
 */
final class Archive {

    private static final byte[] LOCAL_HEADER = {'P', 'K', 3, 4};
    private static final int MOST_ENTRIES = 100_000;

    /** Names of entries are in memory until the last has been compared with them. */
    private static final long LARGEST_DIRECTORY = 32L * 1024 * 1024;

    /** A header of an entry that the directory does not name takes more than this. */
    private static final int WIDEST_GAP = ZipEntryHeader.LOCAL_BYTES;

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    /** One directory at a time, whatever the number of uploads. */
    private static final Lock ONE = new ReentrantLock();

    private final FileChannel file;
    private final ZipEnd end;
    private final Set<String> names = new HashSet<>();
    private final ArrayList<Span> spans = new ArrayList<>();

    /** The bytes of one entry, its header among them. */
    private record Span(long start, long end) {}

    private Archive(FileChannel file, ZipEnd end) {
        this.file = file;
        this.end = end;
    }

    /**
     * A file named as a ZIP, or with the start or the end of one, is opened as a ZIP by some program. So it must be a
     * harmless ZIP, whatever its stated type.
     *
     * @throws Refused if it is not a ZIP or not harmless
     */
    static void check(Path path, String mediaType) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            var whole = beginsLikeOne(file);
            var found = ZipEnd.of(file, whole);
            if (found.isEmpty()) {
                if (whole || mediaType.equals("application/zip")) throw new Refused(new NotAnArchive());
                return;
            }
            ONE.lock();
            try {
                new Archive(file, found.get()).check(whole);
            } finally {
                ONE.unlock();
            }
        } catch (ZipEnd.Unreadable _) {
            throw new Refused(new NotAnArchive());
        }
    }

    private static boolean beginsLikeOne(FileChannel file) throws IOException {
        var start = ByteBuffer.allocate(LOCAL_HEADER.length);
        boolean more = true;
        while (more && start.hasRemaining()) more = file.read(start, start.position()) >= 0;
        return Arrays.equals(start.array(), LOCAL_HEADER);
    }

    /** @param whole whether the archive must start at the first byte, unlike a self-extracting program */
    private void check(boolean whole) throws IOException {
        if (end.count() > MOST_ENTRIES) throw new Refused(new TooManyEntries(end.count(), MOST_ENTRIES));
        if (end.size() > LARGEST_DIRECTORY) throw new Refused(new NotAnArchive());
        if (whole && end.prefix() != 0) throw new Refused(new NotAnArchive());
        var directory = new ZipDirectory(file, end);
        for (var entry = directory.next(); entry.isPresent(); entry = directory.next()) take(entry.get());
        if (names.size() != end.count()) throw new Refused(new NotAnArchive());
        leavesNoRoom(whole);
    }

    private void take(ZipEntryHeader entry) throws IOException {
        for (var name : entry.names()) {
            if (unsafe(name)) throw new Refused(new UnsafeEntry(name));
        }
        // Other readings of the name's bytes are not the name of a file. They must only not lead elsewhere.
        var fits = parts(entry.name()).allMatch(Names::fits);
        if (!fits || !entry.plain() || !entry.decodable() || !names.add(place(entry.name()))) {
            throw new Refused(new UnsafeEntry(entry.name()));
        }
        spans.add(new Span(end.prefix() + entry.local(), entry.endOfData(file, end.prefix())));
    }

    /** A program that reads from the front finds no entry that the directory does not name. */
    private void leavesNoRoom(boolean whole) {
        spans.sort(Comparator.comparingLong(Span::start));
        if (!whole && spans.isEmpty()) return;
        long read = whole ? 0 : spans.getFirst().start();
        for (var span : spans) {
            if (span.start() < read || span.start() - read > WIDEST_GAP) throw new Refused(new NotAnArchive());
            read = span.end();
        }
        if (end.start() < read || end.start() - read > WIDEST_GAP) throw new Refused(new NotAnArchive());
    }

    /** The path of the unpacked file on a disk that ignores case and the form of accents. */
    private static String place(String name) {
        var path = parts(name).collect(Collectors.joining("/"));
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static Stream<String> parts(String name) {
        return Arrays.stream(name.replace('\\', '/').split("/")).filter(part -> !part.isEmpty() && !part.equals("."));
    }

    private static boolean unsafe(String written) {
        var name = written.replace('\\', '/');
        return name.isEmpty()
                || name.startsWith("/")
                || DRIVE.matcher(name).matches()
                || name.indexOf('\0') >= 0
                || Arrays.asList(name.split("/")).contains("..");
    }
}
