package pujiang.web.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place in a list, as a text that callers pass back unread. It carries a checksum over the list it belongs to, so
 * that a cut, mistyped or misplaced cursor is refused instead of giving a wrong page. It is no secret and proves no
 * right: a list shows what its caller may see from whatever place it starts, so a forged cursor gains nothing, and no
 * key has to be kept and shared between instances.
 */
record Cursor(List<String> place) {

    private static final int CHECKSUM_BYTES = 8;
    private static final int LONGEST = 1_000;
    /** U+001F, the unit separator of ASCII, which no text of ours may contain. */
    private static final String SEPARATOR = "\u001f";

    String text(String list) {
        var place = String.join(SEPARATOR, place()).getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(CHECKSUM_BYTES + place.length)
                .put(checksum(list, place))
                .put(place)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty if the text is no cursor of that list. */
    static Optional<Cursor> parse(String text, String list) {
        try {
            if (text.length() > LONGEST) return Optional.empty();
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length < CHECKSUM_BYTES) return Optional.empty();
            var place = Arrays.copyOfRange(bytes, CHECKSUM_BYTES, bytes.length);
            if (!Arrays.equals(checksum(list, place), Arrays.copyOf(bytes, CHECKSUM_BYTES))) return Optional.empty();
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(place));
            var cursor = new Cursor(List.of(decoded.toString().split(SEPARATOR, -1)));
            // Base64 can write the same bytes in several ways; only ours is taken.
            return Optional.of(cursor).filter(it -> it.text(list).equals(text));
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static byte[] checksum(String list, byte[] place) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(list.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(place), CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }
}
