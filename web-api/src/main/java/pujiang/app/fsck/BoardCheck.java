package pujiang.app.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import pujiang.app.fsck.Findings.Subject;

/** Checks that a board shows each thing as its events define it, and no thing without events. */
abstract class BoardCheck implements Check {

    private static final Subject ROWS = new Subject("rows", "行");

    private final Class<?> aggregate;
    private final String table;
    private final Label label;

    /**
     * @param table has the thing's id as its key
     * @param things as people call them, with the Chinese name
     */
    BoardCheck(Class<?> aggregate, String table, String things, String chinese) {
        this.aggregate = aggregate;
        this.table = table;
        this.label = new Label(
                things,
                chinese,
                "the row of every %s equals the state after its events"
                        .formatted(aggregate.getSimpleName().toLowerCase(Locale.ROOT)),
                "查询视图中的%s与其事件一致".formatted(chinese),
                "the events are authoritative; correct the row of %s from them, and make no decisions on it until then"
                        .formatted(table),
                "以事件为准；据此更正 %s 中的该行，更正之前不对其作任何处理".formatted(table));
    }

    @Override
    public final Label label() {
        return label;
    }

    @Override
    public final Examination begin(Snapshot snapshot, Findings findings) {
        return new Examination() {
            @Override
            public void life(EventStream eventStream) throws SQLException {
                if (!eventStream.is(aggregate)) return;
                findings.looked(ROWS);
                var row = snapshot.first(
                        "SELECT * FROM " + table + " WHERE id = ?",
                        found -> {
                            compare(eventStream, found, new Compared(eventStream, findings));
                            return true;
                        },
                        eventStream.id());
                if (row.isEmpty()) findings.damage(eventStream.place(), table + " has no row of it", table + " 中没有其记录");
            }

            @Override
            public void end() throws SQLException {
                var strays =
                        """
                        SELECT b.id, EXISTS (SELECT 1 FROM domain_event_entry e
                            WHERE e.aggregate_identifier = b.id AND e.type = '%s')
                        FROM %s b WHERE b.id > ? ORDER BY b.id"""
                                .formatted(aggregate.getSimpleName(), table);
                snapshot.walk(strays, List.of(""), row -> {
                    if (!row.getBoolean(2)) {
                        findings.damage(
                                aggregate.getSimpleName() + " " + row.getString(1),
                                "it has a row but no events",
                                "有显示而无事件");
                    }
                    return List.of(row.getString(1));
                });
            }
        };
    }

    /** Names what of the row is not as the events say. */
    abstract void compare(EventStream eventStream, ResultSet row, Compared compared) throws SQLException;

    final String state(EventStream eventStream) {
        return StateTransitions.after(aggregate, eventStream.names()).orElse("");
    }

    /** Of one row. */
    record Compared(EventStream life, Findings findings) {

        void same(String what, String inChinese, Object stored, Object expected) {
            if (!stored.equals(expected)) findings.differs(life.place(), what, inChinese, stored, expected);
        }

        /** @param stopped whether the thing is in the state "suspended" */
        void stops(ResultSet row, boolean stopped) throws SQLException {
            var stored = ExpectedStops.read(row.getString("stops"));
            var expected = ExpectedStops.after(life);
            if (expected.isShown(stored, stopped)) return;
            findings.differs(life.place(), "what stands on it", "现有暂停", ExpectedStops.written(stored), expected);
        }
    }
}
