package pujiang.app.fsck;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.fsck.Findings.Subject;
import pujiang.evidence.Checkpoint;
import pujiang.evidence.LogAudit;
import pujiang.evidence.LogAudit.Node;
import pujiang.evidence.PublicKeys;

/** Checks that the tree follows from its leaves, and that every checkpoint signs the size and root of its time. */
@Component
final class LogCheck implements Check {

    private static final Label LABEL = new Label(
            "log",
            "日志",
            "every hash and root of the log follows from its leaves, and every checkpoint is signed",
            "日志的每个哈希与根均由其叶计算得出，每个检查点均有有效签名",
            "stop the exchange before it signs more; restore the log from the newest backup that agrees with published"
                    + " checkpoints",
            "请先停止交易所，以免继续签名；以与已公布检查点一致的最新备份恢复日志");

    private static final Subject NODES = new Subject("hashes", "哈希");
    private static final Subject CHECKPOINTS = new Subject("checkpoints", "检查点");

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Examination() {
            @Override
            public void end() throws SQLException {
                new Derived(snapshot, findings, snapshot.keys()).look();
            }
        };
    }

    private static final class Derived {

        private final Snapshot snapshot;
        private final Findings findings;
        private final Optional<PublicKeys> keys;
        private final LogAudit audit = new LogAudit();
        private String origin = "";
        /** A leaf is missing: the leaves after it cannot be checked. */
        private boolean broken;

        private Derived(Snapshot snapshot, Findings findings, Optional<PublicKeys> keys) {
            this.snapshot = snapshot;
            this.findings = findings;
            this.keys = keys;
        }

        private void look() throws SQLException {
            snapshot.walk(
                    "SELECT size, root, note FROM log_checkpoint WHERE size > ? ORDER BY size", List.of(-1L), row -> {
                        long size = row.getLong(1);
                        if (grownTo(size)) checkpoint(size, row.getBytes(2), row.getString(3));
                        return List.of(size);
                    });
            if (!broken) leftOver();
        }

        /** Appends the leaves up to a size; false if there are not so many. */
        private boolean grownTo(long size) throws SQLException {
            while (!broken && audit.size() < size) {
                var next = audit.size();
                var leaf = snapshot.first(
                        """
                        SELECT n.hash FROM log_node n JOIN log_leaf l ON l.leaf_index = n.node_index
                        WHERE n.level = 0 AND n.node_index = ?""",
                        row -> row.getBytes(1),
                        next);
                if (leaf.isEmpty()) {
                    findings.damage(
                            "checkpoint " + size,
                            "it signs %d leaves, and leaf %d is missing".formatted(size, next),
                            "其签名涵盖 %d 片叶，而缺少第 %d 片".formatted(size, next));
                    broken = true;
                    return false;
                }
                findings.looked(NODES);
                for (var node : audit.append(leaf.get())) compare(node);
            }
            return !broken;
        }

        private void compare(Node derived) throws SQLException {
            findings.looked(NODES);
            var found = snapshot.first(
                    "SELECT hash FROM log_node WHERE level = ? AND node_index = ?",
                    row -> row.getBytes(1),
                    derived.level(),
                    derived.index());
            if (found.isEmpty()) {
                findings.damage(place(derived.level(), derived.index()), "this hash is missing", "缺少该哈希");
            } else if (!Arrays.equals(found.get(), derived.hash())) {
                findings.damage(
                        place(derived.level(), derived.index()),
                        "this hash does not follow from its leaves",
                        "该哈希与其叶不符");
            }
        }

        private void checkpoint(long size, byte[] root, String note) {
            findings.looked(CHECKPOINTS);
            var place = "checkpoint " + size;
            if (!Arrays.equals(root, audit.root())) {
                findings.damage(place, "its root does not follow from the leaves", "其根与叶不符");
            }
            if (keys.isEmpty()) {
                findings.damage(place, "it is signed, but no key was ever registered", "其已签名，但未登记任何公钥");
                return;
            }
            try {
                note(place, size, Checkpoint.read(note, keys.get()));
            } catch (IllegalArgumentException wrong) {
                findings.damage(place, String.valueOf(wrong.getMessage()), "其签名无效");
            }
        }

        private void note(String place, long size, Checkpoint signed) {
            if (signed.size() != size || !Arrays.equals(signed.root(), audit.root())) {
                findings.damage(place, "its note signs a different size or root", "其签名所载规模或根不同");
            }
            if (origin.isEmpty()) origin = signed.origin();
            if (!signed.origin().equals(origin)) {
                findings.differs(place, "its origin", "其来源名称", signed.origin(), origin);
            }
        }

        /** Leaves without a checkpoint. A node is complete, and stored, only when all of its leaves are. */
        private void leftOver() throws SQLException {
            long size = audit.size();
            for (var leaf : snapshot.list(
                    "SELECT leaf_index FROM log_leaf WHERE leaf_index >= ? ORDER BY leaf_index LIMIT "
                            + Findings.MOST_NAMED,
                    row -> row.getLong(1),
                    size)) {
                findings.damage("leaf " + leaf, "no checkpoint covers it", "没有检查点涵盖该叶");
            }
            for (int level = 0; level < Long.SIZE - 1; level++) {

                for (var index : snapshot.list(
                        "SELECT node_index FROM log_node WHERE level = ? AND node_index >= ? LIMIT "
                                + Findings.MOST_NAMED,
                        row -> row.getLong(1),
                        level,
                        size >> level)) {
                    findings.damage(place(level, index), "no checkpoint covers this hash", "没有检查点涵盖该哈希");
                }
            }
        }

        private static String place(int level, long index) {
            return "hash %d/%d".formatted(level, index);
        }
    }
}
