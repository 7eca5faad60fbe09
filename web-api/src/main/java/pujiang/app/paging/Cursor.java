package pujiang.app.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place in a list, as a string that callers pass back unread. It is sealed for its list, so that a cut, mistyped,
 * misplaced or invented cursor is refused: the boards read back what they have put in, and need not validate it again.
 * It is not secret and gives no right: a list shows what its caller may see from whatever place it starts.
 */
record Cursor(List<String> place) {

    private static final int SEAL_BYTES = 16;
    private static final int LONGEST = 1_000;
    /** U+001F, the unit separator of ASCII, which no text of the exchange may contain. */
    private static final String SEPARATOR = "\u001f";

    String text(String list, CursorKey key) {
        var place = String.join(SEPARATOR, place()).getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(SEAL_BYTES + place.length)
                .put(key.seal(list, place, SEAL_BYTES))
                .put(place)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty if the text is no cursor of that list. */
    static Optional<Cursor> parse(String text, String list, CursorKey key) {
        try {
            if (text.length() > LONGEST) return Optional.empty();
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length < SEAL_BYTES) return Optional.empty();
            var place = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
            var seal = key.seal(list, place, SEAL_BYTES);
            if (!MessageDigest.isEqual(seal, Arrays.copyOf(bytes, SEAL_BYTES))) return Optional.empty();
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(place));
            var cursor = new Cursor(List.of(decoded.toString().split(SEPARATOR, -1)));
            // Base64 can write the same bytes in several ways; only ours is taken.
            return Optional.of(cursor).filter(it -> it.text(list, key).equals(text));
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
