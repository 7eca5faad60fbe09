package pujiang.product;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Days;
import pujiang.refusal.Invalid;
import pujiang.refusal.Names;
import pujiang.refusal.Numbers;
import pujiang.refusal.Texts;

/**
 * The description of a product for buyers. The terms follow DCAT (title, description, temporal coverage, accrual
 * periodicity, sample).
 *
 * @param from first day that the data covers, with {@code to}; null if time does not apply to the data
 * @param rows number of records, 0 if that does not apply, at most {@link Numbers#LARGEST}
 * @param bytes size of the distribution in bytes, at most {@link Numbers#LARGEST}
 * @param sample sample lines, never with personal information
 * @param source origin and legal basis of the data (数据来源说明, DSL art. 33); may be empty; the rules evaluate it
 */
public record ProductDescription(
        String title,
        String summary,
        List<Column> schema,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Frequency frequency,
        long rows,
        long bytes,
        String sample,
        String source) {

    private static final int MOST_COLUMNS = 1_000;

    public ProductDescription {
        Texts.check("description.title", title, 200);
        Texts.atMost("description.summary", summary, 4_000);
        Texts.atMost("description.sample", sample, 10_000);
        Texts.atMost("description.source", source, 4_000);
        if (schema.size() > MOST_COLUMNS) {
            throw Invalid.at(
                    "description.schema",
                    "list.too-long",
                    "must have at most " + MOST_COLUMNS + " columns",
                    "0.." + MOST_COLUMNS);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw Invalid.at("description.to", "date.before-start", "must not be before " + from);
        }
        if (rows < 0) throw Invalid.at("description.rows", "number.out-of-range", "must not be negative", "0..");
        if (bytes < 0) throw Invalid.at("description.bytes", "number.out-of-range", "must not be negative", "0..");
        schema = List.copyOf(schema);
    }

    /** Applies to the moment of registration: descriptions from before the bounds existed are still read. */
    void mustBeInRange() {
        Names.check("description.title", title);
        for (int i = 0; i < schema.size(); i++) schema.get(i).mustBeSeen("description.schema." + i);
        if (from != null) Days.checkCovered("description.from", from);
        if (to != null) Days.checkCovered("description.to", to);
        Numbers.check("description.rows", rows, 0, Numbers.LARGEST);
        Numbers.check("description.bytes", bytes, 0, Numbers.LARGEST);
    }

    /** The parts about the data itself, without the vendor's words: the same data under another title is equal. */
    public Data data() {
        return new Data(schema, from, to, frequency, rows, bytes, sample);
    }

    /** The parts that distinguish the data of one product from that of another. */
    public record Data(
            List<Column> schema,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Frequency frequency,
            long rows,
            long bytes,
            String sample) {}

    /** A column of a table, or a property of an object. */
    public record Column(String name, String type, String meaning) {

        public Column {
            Texts.check("name", name, 200);
            Texts.check("type", type, 100);
            Texts.atMost("meaning", meaning, 1_000);
        }

        private void mustBeSeen(String path) {
            Names.check(path + ".name", name);
            Names.check(path + ".type", type);
        }
    }

    /** The update frequency of the data (更新频率). */
    public enum Frequency {
        NEVER,
        HOURLY,
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY,
        IRREGULAR
    }
}
