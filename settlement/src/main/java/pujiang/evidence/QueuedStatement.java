package pujiang.evidence;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement in the queue for the tree; never compared.
 *
 * @param event in which it is stored; null for an operator's statement on a restored log, and for statements queued by
 *     earlier releases without one
 * @param restoration its own digest if it is stored with the restorations of the log
 */
@SuppressWarnings("ArrayRecordComponent")
record QueuedStatement(
        long position, String digest, byte[] leaf, @Nullable String event, @Nullable String restoration) {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * As a row of log_leaf (leaf_index, digest, event, restoration, unexplained), with only numbers and hexadecimal
     * digits.
     */
    String numbered(long index) {
        var unexplained = event == null && restoration == null ? 1 : 0;
        return "(%d,'%s',%s,%s,%d)"
                .formatted(index, HEX.formatHex(HEX.parseHex(digest)), text(event), text(restoration), unexplained);
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : "x'" + HEX.formatHex(value.getBytes(StandardCharsets.UTF_8)) + "'";
    }
}
