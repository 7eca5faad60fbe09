package pujiang.app.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import pujiang.refusal.Invalid;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Money as {@code {"amount": "100.00", "currency": "CNY"}}. The amount is a text, because many readers of JSON make a
 * binary floating-point number of a number; finer than the currency is refused, never rounded.
 */
public record MoneyJson(String amount, String currency) {

    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,6})?");

    public static void register(SimpleModule module) {
        module.addSerializer(Money.class, new Writer());
        module.addDeserializer(Money.class, new Reader());
    }

    private Money money() {
        if (!DECIMAL.matcher(amount).matches()) {
            throw Invalid.at(
                    ".amount", "money.malformed", "must be a decimal number as a JSON string, like 100.00", "100.00");
        }
        var unit = unit();
        var number = new BigDecimal(amount);
        if (number.scale() > unit.getDecimalPlaces()) {
            var places = unit.getDecimalPlaces();
            throw Invalid.at(
                    ".amount", "money.too-fine", "must have at most " + places + " decimal places", "0.." + places);
        }
        return Money.of(unit, number);
    }

    private CurrencyUnit unit() {
        try {
            return CurrencyUnit.of(currency);
        } catch (IllegalCurrencyException _) {
            throw Invalid.at(".currency", "currency.unknown", "must be a currency of ISO 4217", "ISO 4217");
        }
    }

    private static final class Writer extends StdSerializer<Money> {

        private Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writePOJO(new MoneyJson(
                    money.getAmount().toPlainString(), money.getCurrencyUnit().getCode()));
        }
    }

    private static final class Reader extends StdDeserializer<Money> {

        private Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) {
            return context.readValue(json, MoneyJson.class).money();
        }
    }
}
