package pujiang.app.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.FindingView.Seen;
import pujiang.app.explanation.RuleView;
import pujiang.app.json.DomainModule;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.Finding;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Traits;
import pujiang.compliance.Verdict;
import pujiang.law.DraftFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Messages between the exchange and a trial. A trial is trusted about its own draft only. */
sealed interface Message {

    /** As many errors as a person reads; a draft has at most a few thousand rules. */
    int MOST_FAULTS = 1_000;

    int LONGEST_TEXT = 2_000;

    /** Strict: no unknown, missing or repeated field, and no data after the end. */
    JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(256)
                            .maxNumberLength(64)
                            .maxNameLength(256)
                            .maxStringLength(1 << 20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new DomainModule())
            .addMixIn(Seen.class, Whole.class)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Elsewhere it is written only where a value is withheld. Here no value is, and the message states this. */
    interface Whole {

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable
        FactSource withheld();
    }

    /** @param limit for each decision */
    record Book(SortedMap<String, String> texts, Duration limit) implements Message {}

    record Compiled(int rules) implements Message {}

    /** @param text as the engine's compiler has it */
    record Faults(String text, List<DraftFault> faults) implements Message {

        /** Bounded, because hostile hands may have written them. */
        public Faults {
            text = shortened(text);
            faults = faults.stream()
                    .limit(MOST_FAULTS)
                    .map(fault ->
                            new DraftFault(shortened(fault.file()), Math.max(0, fault.line()), shortened(fault.what())))
                    .toList();
        }
    }

    record Failure(String text) implements Message {

        public Failure {
            text = shortened(text);
        }
    }

    /** @param sources who stated the facts, for readers of the explanation */
    record Asked(Gate gate, LocalDate on, FactSheet facts, Map<FactSource, List<String>> sources) implements Message {

        static Asked of(ProposedExchange question) {
            return new Asked(question.gate(), question.on(), question.facts(), Map.of());
        }

        ProposedExchange question() {
            return new ProposedExchange(gate, on, facts);
        }
    }

    record Questions(List<Asked> all) implements Message {}

    record Answers(List<TrialAnswer> all) implements Message {}

    /** The decision of a trial; the exchange knows the question and the rule book itself. */
    record Decided(Verdict verdict, List<Finding> findings, List<String> missing, Traits traits) implements Message {

        static Decided of(Decision decision) {
            return new Decided(decision.verdict(), decision.findings(), decision.missing(), decision.traits());
        }

        Decision by(String book, Asked asked) {
            return new Decision(
                    verdict, asked.gate(), asked.on(), findings, missing, book, asked.facts(), asked.sources(), traits);
        }
    }

    record Told(Decided decided, List<RuleView> rules) implements Message {}

    static byte[] bytes(Message message) {
        return JSON.writeValueAsBytes(message);
    }

    /** @throws JacksonException if it is anything else */
    static <M extends Message> M read(byte[] content, Class<M> type) {
        return JSON.readValue(content, type);
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
