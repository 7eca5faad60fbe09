package pujiang.evidence;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement on its way to the tree, as the queue keeps it; never compared.
 *
 * @param event in which it is stored; null for what an operator has said of a restored log, and for what an earlier release
 *     has queued without one
 * @param restoration its own digest where it is kept among the restorations of the log
 */
@SuppressWarnings("ArrayRecordComponent")
record QueuedStatement(
        long position, String digest, byte[] leaf, @Nullable String event, @Nullable String restoration) {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * As a row of log_leaf (leaf_index, digest, event, restoration, unexplained), in nothing but numbers and hexadecimal
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
