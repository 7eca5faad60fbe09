package pujiang.app.rulebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import pujiang.app.rulebook.RuleDraftRefusal.EntryRefused;
import pujiang.app.rulebook.RuleDraftRefusal.NotAnArchive;
import pujiang.app.rulebook.RuleDraftRefusal.NotText;
import pujiang.app.rulebook.RuleDraftRefusal.TooLarge;
import pujiang.law.Draft;
import pujiang.refusal.Refused;

/**
 * The files of a rule book as a ZIP. It is never unpacked to a disk. An uploaded archive is read in memory, up to
 * bounds, and only under names that a rule book's files can have.
 */
public final class DraftArchive {

    /** The program's own book has 112 files of 200 kB in all. */
    private static final int MOST_FILES = 500;

    private static final int LARGEST_FILE = 64 * 1024;
    private static final int LARGEST_CASES = 512 * 1024;
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final Pattern FOLDER = Pattern.compile("[a-z0-9]{1,32}/");

    /** The same texts give the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final SortedMap<String, String> texts = new TreeMap<>();
    private final Set<String> entries = new TreeSet<>();
    private int bytes;

    private DraftArchive() {}

    /**
     * Reads an upload.
     *
     * @throws Refused if it is more than, or something else than, the files of a rule book
     */
    static SortedMap<String, String> read(InputStream upload) {
        var packed = packed(upload);
        var archive = new DraftArchive();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) archive.take(entry, zip);
        } catch (IOException | IllegalArgumentException _) {
            throw new Refused(new NotAnArchive());
        }
        if (archive.texts.isEmpty() || !ZipDirectory.of(packed).plainFiles().equals(archive.entries)) {
            throw new Refused(new NotAnArchive());
        }
        return Collections.unmodifiableSortedMap(archive.texts);
    }

    private static byte[] packed(InputStream upload) {
        try {
            var packed = upload.readNBytes(MOST_BYTES + 1);
            if (packed.length > MOST_BYTES) throw tooLarge();
            return packed;
        } catch (IOException _) {
            // The sender broke off.
            throw new Refused(new NotAnArchive());
        }
    }

    private void take(ZipEntry entry, InputStream content) throws IOException {
        var name = entry.getName();
        if (entries.size() == MOST_FILES) throw tooLarge();
        if (!entries.add(name)) throw new Refused(new EntryRefused(name));
        if (FOLDER.matcher(name).matches()) {
            if (content.read() >= 0) throw new Refused(new EntryRefused(name));
            return;
        }
        if (!Draft.mayHold(name)) throw new Refused(new EntryRefused(name));
        int most = name.equals(Draft.CASES) ? LARGEST_CASES : LARGEST_FILE;
        var text = content.readNBytes(most + 1);
        bytes += text.length;
        if (text.length > most || bytes > MOST_BYTES) throw tooLarge();
        texts.put(name, text(name, text));
    }

    private static String text(String name, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.replace("\r\n", "\n");
        } catch (CharacterCodingException _) {
            throw new Refused(new NotText(name));
        }
    }

    private static Refused tooLarge() {
        return new Refused(new TooLarge(MOST_FILES, LARGEST_FILE, MOST_BYTES));
    }

    /** Of texts that are ours. */
    public static byte[] write(Map<String, String> texts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : new TreeMap<>(texts).entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
