package pujiang.app.fsck;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import pujiang.app.fsck.Findings.Subject;
import pujiang.evidence.LogAudit;
import pujiang.trade.Attestation;
import pujiang.trade.Trade;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryMade;

/** Every signed statement is a leaf of the log or waits to be one, and no leaf is of anything else. */
@Component
final class LeafCheck implements Check {

    private static final Label LABEL = new Label(
            "leaves",
            "日志叶",
            "every signed statement is in the log or waits for its number, and the log contains nothing else",
            "每项签名内容均已载入日志或者待编号，日志中没有其他内容",
            "do not change the log; find the statement in a backup or with the parties, for the log shows that it was"
                    + " there",
            "不得改动日志；请从备份或双方处找回该签名内容，日志证明该内容曾经存在");

    private static final Subject STATEMENTS = new Subject("statements", "签名内容");
    private static final Subject LEAVES = new Subject("leaves", "叶");

    private static final String LEAF =
            """
            SELECT l.leaf_index, n.hash FROM log_leaf l
            LEFT JOIN log_node n ON n.level = 0 AND n.node_index = l.leaf_index WHERE l.digest = ?""";

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Leaves(snapshot, findings);
    }

    private static final class Leaves implements Examination {

        private final Snapshot snapshot;
        private final Findings findings;
        /** A bit a leaf is all that is kept: a hundred million take 12 MB. */
        private final BitSet seen = new BitSet();

        private final Set<String> waiting = new HashSet<>();

        private Leaves(Snapshot snapshot, Findings findings) {
            this.snapshot = snapshot;
            this.findings = findings;
        }

        @Override
        public void life(EventStream eventStream) throws SQLException {
            if (!eventStream.is(Trade.class)) return;
            for (var stored : eventStream.events()) {
                if (stored.event() instanceof DeliveryMade made) look(eventStream, "the receipt", "回执", made.receipt());
                if (stored.event() instanceof CertificateIssued issued)
                    look(eventStream, "the certificate", "凭证", issued.certificate());
            }
        }

        private void look(EventStream eventStream, String what, String inChinese, Attestation attestation)
                throws SQLException {
            look(eventStream.place(), what, inChinese, attestation.statement(), attestation.digest());
        }

        private void look(String place, String what, String inChinese, String statement, String digest)
                throws SQLException {
            findings.looked(STATEMENTS);
            var expected = LogAudit.leaf(statement);
            var numbered = snapshot.first(
                    LEAF,
                    row -> {
                        seen.set(Math.toIntExact(row.getLong(1)));
                        return Arrays.equals(row.getBytes(2), expected);
                    },
                    digest);
            var found = numbered.isPresent() ? numbered : queued(digest, expected);
            if (found.isEmpty()) {
                findings.damage(place, what + " is neither in the log nor in its queue", inChinese + "既不在日志中，也不在其队列中");
            } else if (!found.get()) {
                findings.damage(
                        place,
                        "the leaf of %s has different bytes".formatted(what),
                        "%s的日志叶与其字节不符".formatted(inChinese));
            }
        }

        private Optional<Boolean> queued(String digest, byte[] expected) throws SQLException {
            waiting.add(digest);
            return snapshot.first(
                    "SELECT leaf FROM log_queue WHERE digest = ?",
                    row -> Arrays.equals(row.getBytes(1), expected),
                    digest);
        }

        @Override
        public void end() throws SQLException {
            restorations();
            strays();
        }

        /** The operator's statement on a restored log is logged as well, and is not an event of a trade. */
        private void restorations() throws SQLException {
            for (var said : snapshot.list(
                    "SELECT statement, digest FROM log_restoration ORDER BY number",
                    row -> List.of(row.getString(1), row.getString(2)))) {
                look("log restoration", "its statement", "其陈述", said.getFirst(), said.getLast());
            }
        }

        private void strays() throws SQLException {
            snapshot.walk(
                    "SELECT leaf_index, digest FROM log_leaf WHERE leaf_index > ? ORDER BY leaf_index",
                    List.of(-1L),
                    row -> {
                        var index = row.getLong(1);
                        findings.looked(LEAVES);
                        if (!seen.get(Math.toIntExact(index))) stray("leaf " + index, row.getString(2));
                        return List.of(index);
                    });
            snapshot.walk(
                    "SELECT position, digest FROM log_queue WHERE position > ? ORDER BY position",
                    List.of(-1L),
                    row -> {
                        if (!waiting.contains(row.getString(2))) stray("queue " + row.getLong(1), row.getString(2));
                        return List.of(row.getLong(1));
                    });
        }

        private void stray(String place, String digest) {
            findings.damage(
                    place,
                    "no stored event has the statement %s, or it is queued although it has a number".formatted(digest),
                    "没有事件保存签名内容 %s，或者该内容已编号但仍在队列中".formatted(digest));
        }
    }
}
