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

/** The single decisions that a report speaks of. */
@Component
class ReplayCaseBoard {

    static final String FLIP = "flip";
    static final String UNASKED = "unasked";

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");
    private static final int MOST_PARTIES = 50;

    /** One row a trade and side, whatever the number of its flips. */
    private static final String SIDES =
            """
            (select vendor as party, subject, count(*) as flips, max(price) as price from rule_replay_case
             where replay = :replay and kind = 'flip' and vendor is not null group by vendor, subject
             union all
             select buyer, subject, count(*), max(price) from rule_replay_case
             where replay = :replay and kind = 'flip' and buyer is not null group by buyer, subject) sides
            """;

    private final JdbcClient database;
    private final Columns columns;

    ReplayCaseBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /** @param told its JSON, as it is digested */
    record Case(String kind, long number, String subject, Affected affected, String told) {}

    void add(long replay, List<Case> cases) {
        for (var each : cases) {
            database.sql(
                            """
                            insert into rule_replay_case (replay, kind, number, subject, vendor, buyer, price, told)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
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
                        select told from rule_replay_case where replay = ? and kind = ? and number > ?
                        order by number limit ?""")
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
                        select count(*) as trades, coalesce(sum(price), 0) as fen from
                        (select max(price) as price from rule_replay_case
                         where replay = ? and kind = 'flip' and price is not null group by subject) each_once""")
                .param(replay)
                .query((row, _) -> new Stake(row.getLong("trades"), yuan(row.getBigDecimal("fen")), 0))
                .single();
        long parties = database.sql("select count(distinct party) from " + SIDES)
                .param("replay", replay)
                .query(Long.class)
                .single();
        return new Stake(trades.trades(), trades.money(), parties);
    }

    List<Party> parties(long replay) {
        return database.sql("select party, sum(flips) as flips, coalesce(sum(price), 0) as fen from " + SIDES
                        + "group by party order by fen desc, flips desc, party limit " + MOST_PARTIES)
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
