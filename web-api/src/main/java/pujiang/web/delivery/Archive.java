package pujiang.web.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import pujiang.refusal.Refused;
import pujiang.web.delivery.DeliveryRefusal.NotAnArchive;
import pujiang.web.delivery.DeliveryRefusal.UnsafeEntry;

/**
 * A ZIP that a buyer can unpack without being written over ("zip slip"). Only the directory is read; what the entries
 * hold, archives within archives among it, is not looked into.
 */
final class Archive {

    private static final byte[] LOCAL_HEADER = {'P', 'K', 3, 4};
    private static final int MOST_ENTRIES = 100_000;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private Archive() {}

    /** What says it is a ZIP must be one; what only begins like one, whatever it says it is, must do no harm as one. */
    static void check(Path file, String mediaType) throws IOException {
        var declared = mediaType.equals("application/zip");
        if (!declared && !beginsLikeOne(file)) return;
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MOST_ENTRIES) throw new Refused(new NotAnArchive("more than 100,000 entries"));
            var names = new HashSet<String>();
            zip.entries().asIterator().forEachRemaining(entry -> {
                var name = entry.getName().replace('\\', '/');
                if (unsafe(name) || !names.add(name)) throw new Refused(new UnsafeEntry(entry.getName()));
            });
        } catch (ZipException e) {
            if (declared) throw new Refused(new NotAnArchive(String.valueOf(e.getMessage())));
        }
    }

    private static boolean beginsLikeOne(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(LOCAL_HEADER.length), LOCAL_HEADER);
        }
    }

    private static boolean unsafe(String name) {
        return name.isEmpty()
                || name.startsWith("/")
                || DRIVE.matcher(name).matches()
                || name.indexOf('\0') >= 0
                || Arrays.asList(name.split("/")).contains("..");
    }
}
