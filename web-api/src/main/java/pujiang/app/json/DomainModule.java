package pujiang.app.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.FactSheet;
import pujiang.delivery.Handover;
import pujiang.listing.ListingId;
import pujiang.listing.PricePlan;
import pujiang.listing.Terms;
import pujiang.obligation.ObligationId;
import pujiang.participant.CreditCode;
import pujiang.participant.Lei;
import pujiang.participant.ParticipantId;
import pujiang.participant.Registration;
import pujiang.product.ProductId;
import pujiang.product.RegistrationNumber;
import pujiang.recall.RecallId;
import pujiang.refusal.Invalid;
import pujiang.rulebook.DraftId;
import pujiang.trade.CertificateNumber;
import pujiang.trade.TradeId;
import pujiang.trade.TradeStatus;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The JSON form of the domain's own types, in requests, answers, boards and stored events alike. The domain itself has
 * no JSON.
 */
public final class DomainModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public DomainModule() {
        super("pujiang-domain");
        text(ParticipantId.class, ParticipantId::value, ParticipantId::new);
        text(ProductId.class, ProductId::value, ProductId::new);
        text(ListingId.class, ListingId::value, ListingId::new);
        text(TradeId.class, TradeId::value, TradeId::new);
        text(ObligationId.class, ObligationId::value, ObligationId::new);
        text(RecallId.class, RecallId::value, RecallId::new);
        text(RegistrationNumber.class, RegistrationNumber::value, RegistrationNumber::new);
        text(CertificateNumber.class, CertificateNumber::value, CertificateNumber::new);
        text(DraftId.class, DraftId::value, DraftId::new);
        text(AssessmentId.class, AssessmentId::value, AssessmentId::new);
        text(TradeStatus.class, TradeStatus::word, TradeStatus::of);
        MoneyJson.register(this);
        as(PricePlan.class, new TypeReference<PlanJson>() {}, PlanJson::of, PlanJson::plan);
        setMixInAnnotation(Handover.class, HandoverJson.class);
        as(FactSheet.class, new TypeReference<Map<String, @Nullable Object>>() {}, FactSheet::stated, FactSheet::of);
        as(
                Registration.class,
                new TypeReference<Map<String, String>>() {},
                DomainModule::written,
                DomainModule::registration);
    }

    /** For requests, answers and boards; an event is stored with the whole plan. */
    static void registerTerms(SimpleModule module) {
        module.addSerializer(Terms.class, new Writer<>(Terms.class, TermsJson::of));
        module.addDeserializer(
                Terms.class, new Reader<>(Terms.class, new TypeReference<TermsJson>() {}, TermsJson::terms));
    }

    private static Map<String, String> written(Registration registration) {
        return switch (registration) {
            case CreditCode code -> Map.of("creditCode", code.value());
            case Lei lei -> Map.of("lei", lei.value());
        };
    }

    private static Registration registration(Map<String, String> members) {
        var others = new LinkedHashMap<>(members);
        var code = others.remove("creditCode");
        var lei = others.remove("lei");
        if (!others.isEmpty()) {
            throw Invalid.at(
                    "organisation.registration." + others.firstEntry().getKey(), "field.unknown", "is not known");
        }
        if (code != null && lei == null) return new CreditCode(code);
        if (lei != null && code == null) return new Lei(lei);
        throw Invalid.at("organisation.registration", "field.required", "must have either creditCode or lei");
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        as(type, new TypeReference<String>() {}, write, read);
    }

    private <T, J> void as(Class<T> type, TypeReference<J> json, Function<T, J> write, Function<J, T> read) {
        addSerializer(type, new Writer<>(type, write));
        addDeserializer(type, new Reader<>(type, json, read));
    }

    private static final class Writer<T, J> extends StdSerializer<T> {

        private final Function<T, J> write;

        Writer(Class<T> type, Function<T, J> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writePOJO(write.apply(value));
        }
    }

    private static final class Reader<T, J> extends StdDeserializer<T> {

        private final transient TypeReference<J> json;
        private final transient Function<J, T> read;

        Reader(Class<T> type, TypeReference<J> json, Function<J, T> read) {
            super(type);
            this.json = json;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            J written = context.readValue(parser, context.getTypeFactory().constructType(json));
            try {
                return read.apply(written);
            } catch (Invalid invalid) {
                // With its type, so that the edge can distinguish the field from the value's own name for itself.
                throw ValueInstantiationException.from(parser, invalid.getMessage(), getValueType(context), invalid);
            }
        }
    }
}
