package pujiang.web.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import pujiang.compliance.FactSheet;
import pujiang.refusal.Amounts;
import pujiang.refusal.Days;
import pujiang.refusal.Names;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Dates, instants, money, facts and texts in the body of a request lie within the bounds of their kind, in whichever field
 * they stand: a new field is bounded without a word. What the exchange has stored is read without them, so that a value
 * from before there were bounds is still read; the commands guard what enters by other ways, and more narrowly.
 *
 * <p>See docs/decisions/0073-bounds-where-a-value-enters.md.
 */
@Configuration(proxyBeanMethods = false)
class EntryBounds {

    private static final Map<Class<?>, Consumer<Object>> BY_KIND = Map.of(
            LocalDate.class, day -> Days.checkCovered("", (LocalDate) day),
            Instant.class, at -> Days.check("", (Instant) at),
            // A guard that begins with a dot speaks of its own value: see Pointer.
            Money.class, money -> Amounts.check(".amount", (Money) money),
            FactSheet.class, facts -> ((FactSheet) facts).mustBeInRange(""),
            String.class, text -> check((String) text));

    /** Fields of passwords, which nobody sees and which are compared as they are. */
    private static final Set<String> SECRET = Set.of("password", "current", "next");

    private static void check(String text) {
        Names.mustBeSeen("", text);
        Names.mustRunForwards("", text);
    }

    /** After Spring's own, which writes answers as well: those are written as ever. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer boundedBodies(JsonMapper json) {
        var bounded = json.rebuild().addModule(module()).build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(bounded));
    }

    private static SimpleModule module() {
        return new SimpleModule("pujiang-entry").setDeserializerModifier(new ValueDeserializerModifier() {

            private static final long serialVersionUID = 1L;

            @Override
            public ValueDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> reader) {
                var guard = BY_KIND.get(type.getBeanClass());
                return guard == null ? reader : new Guarded(reader, guard);
            }
        });
    }

    private static boolean isSecret(@Nullable String name) {
        return name != null && SECRET.contains(name);
    }

    private static final class Guarded extends DelegatingDeserializer {

        private final transient Consumer<Object> guard;

        private Guarded(ValueDeserializer<?> reader, Consumer<Object> guard) {
            super(reader);
            this.guard = guard;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new Guarded(reader, guard);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            var name = json.currentName();
            var value = super.deserialize(json, context);
            if (value != null && !isSecret(name)) guard.accept(value);
            return value;
        }
    }
}
