package pujiang.host.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import pujiang.app.decision.DecisionFile;
import pujiang.app.evaluate.Question;
import pujiang.app.json.Misread;
import pujiang.app.json.TextInput;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.FactSource;
import pujiang.law.Draft;
import pujiang.law.LawReview;
import pujiang.refusal.Invalid;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code evaluate --verify decision.json}: makes a saved decision again, from its facts and with this program's rules. The
 * same to the byte, or the first difference.
 */
final class Reexecution {

    private static final int SAME = 0;
    private static final int DIFFERENT = 1;
    private static final int CANNOT_RUN = 2;

    /** A decision on all facts with every rule fired is a tenth of it. */
    private static final long LARGEST = 4L << 20;

    private static final TypeReference<Map<FactSource, List<String>>> SOURCES = new TypeReference<>() {};

    private final ComplianceReview law;
    private final Draft book;
    private final PrintStream out;
    private final PrintStream err;

    /** @param book by which the law judges */
    Reexecution(ComplianceReview law, Draft book, PrintStream out, PrintStream err) {
        this.law = law;
        this.book = book;
        this.out = out;
        this.err = err;
    }

    /** @return 0 if the decision is the same, 1 if it is not, 2 if the file is none */
    int verify(Path file) {
        try {
            var saved = Question.JSON.readTree(text(file));
            // What the decision was about is no part of it.
            if (saved instanceof ObjectNode object) object.remove("of");
            var again = again(saved);
            if (isUnanswered(again) && !isUnanswered(saved)) {
                return unusable("the rule engine failed or timed out 规则引擎出错或超时");
            }
            return compare(saved, again);
        } catch (NoSuchFileException missing) {
            return unusable("no such file 文件不存在: " + missing.getFile());
        } catch (Invalid invalid) {
            return unusable(file + ": " + invalid.path() + " " + invalid.detail());
        } catch (IOException e) {
            return unusable(file + " cannot be read 无法读取: " + TextInput.why(e));
        } catch (JacksonException e) {
            return unusable(file + " is not a saved decision 不是判定记录文件: " + Misread.why(e));
        }
    }

    private static boolean isUnanswered(JsonNode decision) {
        return decision.at("/decision/findings/0/rule").asString("").equals(LawReview.NO_ANSWER);
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) throw new IOException("it has more than " + LARGEST + " bytes");
        return TextInput.text(file);
    }

    private JsonNode again(JsonNode saved) {
        var question = Question.of(Question.saved(saved));
        var sources = Question.JSON.treeToValue(saved.path("sources"), SOURCES);
        var made = law.review(question).with(sources == null ? Map.of() : sources);
        var recorded = saved.at("/decision/ruleBook").asString("");
        var again = DecisionFile.of(book.isKnownAs(recorded) ? made.under(recorded) : made);
        // Both from text, or a number read would not be a number written.
        return Question.JSON.readTree(Question.JSON.writeValueAsString(again));
    }

    private int compare(JsonNode saved, JsonNode again) {
        var difference = first("", saved, again);
        difference.ifPresentOrElse(
                out::println,
                () -> out.printf(
                        "same decision 判定结果一致: %s %s%n",
                        again.path("decision").path("decision").asString(),
                        again.path("decision").path("digest").asString()));
        out.flush();
        return difference.isPresent() ? DIFFERENT : SAME;
    }

    /** The rule book first: with other rules, all that follows may differ. */
    private static Optional<String> first(String at, JsonNode saved, JsonNode again) {
        if (saved.equals(again)) return Optional.empty();
        if (saved.isObject() && again.isObject()) {
            var names = new TreeSet<String>(again.propertyNames());
            names.addAll(saved.propertyNames());
            return Stream.concat(Stream.of("ruleBook").filter(names::contains), names.stream())
                    .flatMap(name -> first(at + "/" + name, saved.path(name), again.path(name)).stream())
                    .findFirst();
        }
        if (saved.isArray() && again.isArray() && saved.size() == again.size()) {
            for (int i = 0; i < saved.size(); i++) {
                var difference = first(at + "/" + i, saved.get(i), again.get(i));
                if (difference.isPresent()) return difference;
            }
        }
        return Optional.of(
                "differs 不一致 at %s%n  saved 文件: %s%n  again 重新判定: %s".formatted(at, brief(saved), brief(again)));
    }

    private static String brief(JsonNode value) {
        var text = value.isMissingNode() ? "(nothing)" : value.toString();
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }

    private int unusable(String why) {
        err.println("evaluate: " + why);
        return CANNOT_RUN;
    }
}
