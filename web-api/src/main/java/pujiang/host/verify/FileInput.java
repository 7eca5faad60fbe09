package pujiang.host.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import pujiang.app.json.JsonConventions;
import pujiang.app.json.Misread;
import pujiang.app.json.TextInput;
import pujiang.evidence.ContentDigests;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files from elsewhere: whatever is in them ends in a value or in one line that says what is wrong. */
final class FileInput {

    /** A receipt has some kilobytes; a recall's file says every measure of its plan, and all of it twice. */
    private static final int MOST_BYTES = 1 << 24;

    private static final int BUFFER = 1 << 16;

    private final JsonMapper json = JsonConventions.mapper(MOST_BYTES);

    <T> T json(Path file, Class<T> type) throws UsageError {
        try {
            var value = json.readValue(start(file), type);
            if (value != null) return value;
            throw unreadable(file, "the file contains only null", "文件内容仅为 null");
        } catch (JacksonException e) {
            throw unreadable(file, Misread.why(e), "文件内容不是预期的 JSON");
        }
    }

    /** The statement inside an attestation; nothing if it is no JSON. */
    Optional<JsonNode> statement(String text) {
        try {
            return Optional.of(json.readTree(text));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** What the file really is, read once from beginning to end and never whole in memory. */
    Measured measure(Path file) throws UsageError {
        var digests = new ContentDigests();
        var buffer = new byte[BUFFER];
        long size = 0;
        try (var stream = Files.newInputStream(file)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digests.update(buffer, read);
                size += read;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return new Measured(digests.sha256(), digests.sm3(), size);
    }

    record Measured(String sha256, String sm3, long size) {}

    private static byte[] start(Path file) throws UsageError {
        try (var stream = Files.newInputStream(file)) {
            var bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) return bytes;
            throw unreadable(
                    file, "the file is larger than 16 MiB and cannot be a signed file", "文件超过 16 MiB，不可能是经签名的文件");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UsageError unreadable(Path file, IOException failure) {
        return failure instanceof NoSuchFileException
                ? unreadable(file, "the file does not exist", "文件不存在")
                : unreadable(file, "the file cannot be read (" + TextInput.why(failure) + ")", "文件无法读取");
    }

    private static UsageError unreadable(Path file, String why, String inChinese) {
        return new UsageError(
                "%s: %s; save the response of the exchange again, for example with curl -o".formatted(file, why),
                "%s：%s；请重新保存交易所的应答，例如使用 curl -o".formatted(file, inChinese));
    }
}
