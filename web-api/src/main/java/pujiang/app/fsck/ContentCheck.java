package pujiang.app.fsck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.fsck.Findings.Subject;
import pujiang.delivery.Content;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;
import pujiang.evidence.ContentDigests;
import pujiang.trade.ReviewEvent.DocumentProvided;
import pujiang.trade.Trade;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;

/**
 * Checks that delivered files are still stored. Existence and size are checked every time. Bytes are read in turns:
 * files found changed first, then those never compared, then those compared longest ago.
 */
@Component
final class ContentCheck implements Check {

    private static final Label LABEL = new Label(
            "contents",
            "交付内容",
            "every file that a delivery names was uploaded and is stored in its size, and its checked bytes have its"
                    + " digests",
            "交付的内容均已上传，文件存在且大小相符，本次读取的文件摘要相符",
            "restore the file from a backup, under its digest; block downloads until then, and inform its buyers",
            "从备份按摘要恢复该文件；恢复之前不得下载，并通知需方");

    private static final Subject NAMED = new Subject("named by events", "事件所载");
    private static final Subject FILES = new Subject("files", "文件");
    private static final Subject READ = new Subject("files read", "读取的文件");

    private static final int BUFFER = 128 * 1024;
    private static final long BETWEEN_PROGRESS = 1L << 30;

    private static final String UPLOADS =
            """
            SELECT sha256, owner, size FROM content_board WHERE sha256 > ? OR sha256 = ? AND owner > ?
            ORDER BY sha256, owner""";

    private static final String SUSPECT =
            """
            SELECT k.sha256, k.compared_at, (SELECT MIN(sm3) FROM content_board c WHERE c.sha256 = k.sha256), k.fault
            FROM content_check k WHERE k.fault IS NOT NULL AND k.sha256 > ? ORDER BY k.sha256""";

    private static final String NEVER_COMPARED =
            """
            SELECT DISTINCT c.sha256, c.sm3 FROM content_board c
            WHERE c.sha256 > ? AND NOT EXISTS (SELECT 1 FROM content_check k WHERE k.sha256 = c.sha256)
            ORDER BY c.sha256""";

    private static final String LONGEST_AGO =
            """
            SELECT k.sha256, (SELECT MIN(sm3) FROM content_board c WHERE c.sha256 = k.sha256), k.compared_at
            FROM content_check k
            WHERE k.fault IS NULL AND k.compared_at < ?
                AND (k.compared_at > ? OR k.compared_at = ? AND k.sha256 > ?)
            ORDER BY k.compared_at, k.sha256""";

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Stored(snapshot, snapshot.contents(), findings);
    }

    private static final class Stored implements Examination {

        private final Snapshot snapshot;
        private final Contents contents;
        private final Findings findings;
        private final byte[] buffer = new byte[BUFFER];
        private String last = "";
        private long read;

        private Stored(Snapshot snapshot, Contents contents, Findings findings) {
            this.snapshot = snapshot;
            this.contents = contents;
            this.findings = findings;
        }

        @Override
        public void life(EventStream eventStream) throws SQLException {
            if (!eventStream.is(Trade.class)) return;
            for (var stored : eventStream.events()) {
                switch (stored.event()) {
                    case DeliveryMade made -> named(eventStream, stored.number(), made.handover());
                    case DeliveryHeld held -> named(eventStream, stored.number(), held.handover());
                    case DocumentProvided provided -> named(eventStream, stored.number(), provided.content());
                    case null, default -> {}
                }
            }
        }

        private void named(EventStream eventStream, long number, Handover handover) throws SQLException {
            if (handover instanceof FileHandover(var content, var _)) named(eventStream, number, content);
        }

        private void named(EventStream eventStream, long number, Content content) throws SQLException {
            findings.looked(NAMED);
            if (snapshot.exists(
                    "SELECT 1 FROM content_board WHERE sha256 = ? AND sm3 = ? AND size = ? AND media_type = ?",
                    content.sha256(),
                    content.sm3(),
                    content.size(),
                    content.mediaType())) return;
            findings.damage(
                    eventStream.place(),
                    "event %d names the content %s, which was never uploaded".formatted(number, content.sha256()),
                    "第 %d 号事件所载内容 %s 与任何上传记录均不符".formatted(number, content.sha256()));
            present(content.sha256(), content.size());
        }

        @Override
        public void end() throws SQLException {
            // A count of zero is reported as well.
            findings.looked(FILES, 0);
            if (contents.folder().isEmpty()) return;
            snapshot.walk(UPLOADS, List.of("", "", ""), row -> {
                var sha256 = row.getString(1);
                if (!sha256.equals(last)) present(sha256, row.getLong(3));
                last = sha256;
                return List.of(sha256, sha256, row.getString(2));
            });
        }

        private void present(String sha256, long size) {
            if (contents.folder().isEmpty()) return;
            findings.looked(FILES);
            var file = file(sha256);
            if (!Files.isRegularFile(file)) {
                findings.damage(place(sha256), "its file is missing", "其文件缺失");
            } else if (size(file) != size) {
                findings.differs(place(sha256), "the size of its file", "其文件大小", size(file), size);
            }
        }

        @Override
        public void afterwards(Rows now) throws SQLException {
            if (contents.folder().isEmpty() || contents.most() == 0) return;
            var begun = now.first("SELECT UTC_TIMESTAMP(6)", row -> row.getObject(1, LocalDateTime.class))
                    .orElseThrow();
            now.walk(SUSPECT, List.of(""), row -> {
                if (!read(row.getString(1), row.getString(3))) suspected(row);
                return List.of(row.getString(1));
            });
            now.walkWhile(this::goesOn, NEVER_COMPARED, List.of(""), row -> {
                read(row.getString(1), row.getString(2));
                return List.of(row.getString(1));
            });
            var ever = LocalDateTime.of(1970, 1, 1, 0, 0);
            now.walkWhile(this::goesOn, LONGEST_AGO, List.of(begun, ever, ever, ""), row -> {
                read(row.getString(1), row.getString(2));
                var at = row.getObject(3, LocalDateTime.class);
                return List.of(begun, at, at, row.getString(1));
            });
        }

        private boolean goesOn() {
            return read < contents.most();
        }

        /** Whether a result is possible now; a missing file has been named. */
        private boolean read(String sha256, @Nullable String sm3) {
            if (!goesOn()) return false;
            var file = file(sha256);
            if (!Files.isRegularFile(file)) return true;
            findings.looked(READ);
            var found = digests(file);
            var fault = found.filter((sha256 + " " + sm3)::equals).isPresent() ? null : found.orElse("unreadable");
            contents.compared(sha256, fault);
            if (fault != null) differs(sha256, fault);
            return true;
        }

        /** A file that was damaged when last read counts as damaged until it is read again. */
        private void suspected(ResultSet row) throws SQLException {
            differs(row.getString(1), "%s, on %s UTC".formatted(row.getString(4), row.getString(2)));
        }

        private void differs(String sha256, String found) {
            findings.damage(
                    place(sha256),
                    "its bytes have different digests, or cannot be read (%s)".formatted(found),
                    "其字节的摘要不符或无法读取（%s）".formatted(found));
        }

        /** SHA-256 and SM3, through one small buffer; empty if it cannot be read. */
        private Optional<String> digests(Path file) {
            var digests = new ContentDigests();
            try (var in = Files.newInputStream(file)) {
                for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                    digests.update(buffer, some);
                    if (read / BETWEEN_PROGRESS != (read + some) / BETWEEN_PROGRESS) contents.progress(read + some);
                    read += some;
                }
            } catch (IOException _) {
                return Optional.empty();
            }
            return Optional.of(digests.sha256() + " " + digests.sm3());
        }

        private Path file(String sha256) {
            return contents.folder()
                    .orElseThrow()
                    .resolve(sha256.substring(0, 2))
                    .resolve(sha256.substring(2));
        }

        /** -1 if unknown. */
        private static long size(Path file) {
            try {
                return Files.size(file);
            } catch (IOException _) {
                return -1;
            }
        }

        private static String place(String sha256) {
            return "content " + sha256;
        }
    }
}
