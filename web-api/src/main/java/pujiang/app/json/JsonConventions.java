package pujiang.app.json;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Strict reading of JSON. Input that is not understood exactly is refused, because a field that is silently dropped or
 * converted ends in a contract that no party intended.
 */
@Configuration(proxyBeanMethods = false)
public class JsonConventions {

    private static final int LONGEST_TEXT = 64 * 1024;

    /**
     * Requests of this API are far below; a document of brackets or digits alone costs a parser far more than its size.
     */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxNumberLength(64)
            .maxNameLength(256)
            .maxStringLength(LONGEST_TEXT)
            .build();

    /** The same strictness where no exchange runs. */
    public static JsonMapper mapper() {
        return mapper(LONGEST_TEXT);
    }

    /** @param longestText in characters; what is signed is one text, however much it says */
    public static JsonMapper mapper(int longestText) {
        var factory = JsonFactory.builder();
        syntax(factory);
        factory.streamReadConstraints(
                LIMITS.rebuild().maxStringLength(longestText).build());
        var json = JsonMapper.builder(factory.build());
        values(json);
        return json.build();
    }

    @Bean
    JsonFactoryBuilderCustomizer strictSyntax() {
        return JsonConventions::syntax;
    }

    @Bean
    JsonMapperBuilderCustomizer strictValues() {
        return JsonConventions::values;
    }

    private static void syntax(JsonFactoryBuilder json) {
        json.streamReadConstraints(LIMITS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    private static void values(JsonMapper.Builder json) {
        var ours = new SimpleModule("pujiang-strict");
        ours.addDeserializer(String.class, new StrictText());
        ours.addDeserializer(Double.class, new FiniteNumber());
        ours.addDeserializer(double.class, new FiniteNumber());
        IsoText.register(ours);
        MoneyJson.register(ours);
        DomainModule.registerTerms(ours);
        json.addModule(ours)
                .annotationIntrospector(
                        AnnotationIntrospector.pair(json.annotationIntrospector(), new RecordConventions()))
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .defaultLeniency(false);
    }
}
