package pujiang.web.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import pujiang.refusal.Refused;
import pujiang.web.delivery.ContentRefusal.UnsafeEntry;

/** Which names an archive may carry: those that stay below the folder it is unpacked in, on every system. */
final class ArchiveEntry {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private ArchiveEntry() {}

    /** @param seen the names before, on systems where case tells nothing apart */
    static void check(String name, boolean link, Set<String> seen) {
        var path = name.replace('\\', '/');
        if (name.isEmpty()) throw unsafe(name, "has no name");
        if (name.chars().anyMatch(Character::isISOControl)) throw unsafe(name, "has a control character");
        if (path.startsWith("/")) throw unsafe(name, "is absolute");
        if (DRIVE.matcher(path).matches()) throw unsafe(name, "names a drive");
        if (Arrays.asList(path.split("/")).contains("..")) throw unsafe(name, "leaves its folder");
        if (link) throw unsafe(name, "is a symbolic link");
        if (!seen.add(path.toLowerCase(Locale.ROOT))) throw unsafe(name, "is there twice");
    }

    private static Refused unsafe(String name, String reason) {
        return new Refused(new UnsafeEntry(printable(name), reason));
    }

    private static String printable(String name) {
        return name.codePoints()
                .limit(200)
                .map(character -> Character.isISOControl(character) ? '?' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
