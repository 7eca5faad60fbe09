package pujiang.evidence;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement on its way to the tree, as the queue keeps it; never compared.
 *
 * @param event in which it is stored; null for what an earlier release has queued without one
 */
@SuppressWarnings("ArrayRecordComponent")
record Waiting(long position, String digest, byte[] leaf, @Nullable String event) {

    private static final HexFormat HEX = HexFormat.of();

    /** As a row of log_leaf (leaf_index, digest, event, unexplained), in nothing but numbers and hexadecimal digits. */
    String numbered(long index) {
        var named = event == null ? "null,1" : "x'" + HEX.formatHex(event.getBytes(StandardCharsets.UTF_8)) + "',0";
        return "(%d,'%s',%s)".formatted(index, HEX.formatHex(HEX.parseHex(digest)), named);
    }
}
