package pujiang.app.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;
import pujiang.app.rulebook.ReplayReport.Party;
import pujiang.participant.ParticipantId;

/** The single decisions of a report. */
@Component
class ReplayCaseBoard {

    static final String FLIP = "flip";
    static final String UNASKED = "unasked";

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final int MOST_PARTIES = 50;

    /** One row per trade and side, whatever the number of its changed decisions. */
    private static final String SIDES =
            """
            (SELECT vendor AS party, subject, COUNT(*) AS flips, MAX(price) AS price FROM rule_replay_case
             WHERE replay = :replay AND kind = 'flip' AND vendor IS NOT NULL GROUP BY vendor, subject
             UNION ALL
             SELECT buyer, subject, COUNT(*), MAX(price) FROM rule_replay_case
             WHERE replay = :replay AND kind = 'flip' AND buyer IS NOT NULL GROUP BY buyer, subject) sides
            """;

    private final JdbcClient database;
    private final Columns columns;

    ReplayCaseBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /** @param told its JSON, as it is digested */
    record Case(String kind, long number, String subject, AffectedParties affected, String told) {}

    void add(long replay, List<Case> cases) {
        for (var each : cases) {
            database.sql(
                            """
                            INSERT INTO rule_replay_case (replay, kind, number, subject, vendor, buyer, price, told)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .param(replay)
                    .param(each.kind())
                    .param(each.number())
                    .param(each.subject())
                    .param(id(each.affected().vendor()))
                    .param(id(each.affected().buyer()))
                    .param(fen(each.affected().price()))
                    .param(each.told())
                    .update();
        }
    }

    <T> List<T> list(long replay, String kind, long after, int most, Class<T> type) {
        return database.sql(
                        """
                        SELECT told FROM rule_replay_case WHERE replay = ? AND kind = ? AND number > ?
                        ORDER BY number LIMIT ?""")
                .params(replay, kind, after, most)
                .query((row, _) -> columns.value(row, "told", type))
                .list();
    }

    Optional<FlipView> flip(long replay, long number) {
        return list(replay, FLIP, number - 1, 1, FlipView.class).stream()
                .filter(found -> found.number() == number)
                .findFirst();
    }

    /** @param money of trades with flips, each counted once */
    record Stake(long trades, Money money, long participants) {}

    Stake stake(long replay) {
        var trades = database.sql(
                        """
                        SELECT COUNT(*) AS trades, COALESCE(SUM(price), 0) AS fen FROM
                        (SELECT MAX(price) AS price FROM rule_replay_case
                         WHERE replay = ? AND kind = 'flip' AND price IS NOT NULL GROUP BY subject) each_once""")
                .param(replay)
                .query((row, _) -> new Stake(row.getLong("trades"), yuan(row.getBigDecimal("fen")), 0))
                .single();
        long parties = database.sql("SELECT COUNT(DISTINCT party) FROM " + SIDES)
                .param("replay", replay)
                .query(Long.class)
                .single();
        return new Stake(trades.trades(), trades.money(), parties);
    }

    List<Party> parties(long replay) {
        return database.sql("SELECT party, SUM(flips) AS flips, COALESCE(SUM(price), 0) AS fen FROM " + SIDES
                        + "GROUP BY party ORDER BY fen DESC, flips DESC, party LIMIT " + MOST_PARTIES)
                .param("replay", replay)
                .query((row, _) -> new Party(
                        new ParticipantId(row.getString("party")),
                        row.getLong("flips"),
                        yuan(row.getBigDecimal("fen"))))
                .list();
    }

    /** A sum of prices may have more digits than each. */
    private static Money yuan(BigDecimal fen) {
        return Money.of(YUAN, fen.movePointLeft(YUAN.getDecimalPlaces()));
    }

    private static @Nullable String id(@Nullable ParticipantId participant) {
        return participant == null ? null : participant.value();
    }

    private static @Nullable Long fen(@Nullable Money price) {
        return price == null ? null : price.getAmountMinorLong();
    }
}
