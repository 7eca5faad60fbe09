package pujiang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.util.FileSystemUtils;
import pujiang.compliance.Decision;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.law.Draft;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;

/** The same question to the book as it is, and to books that hold each of its articles several times, under other ids. */
@State(Scope.Benchmark)
public class Growth {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Pattern ID = Pattern.compile("(rule \"|new Fired\\(\")([A-Z0-9]+)-");

    /** 90 and 900 rules of the catalogue. */
    @Param({"1", "10"})
    public int copies;

    private LawReview law = new LawReview(RuleBook.load());
    private ProposedExchange question = new ProposedExchange(Gate.ORDER, DAY, Decisions.lawful());

    @Setup
    public void compile() throws IOException {
        law = new LawReview(book(copies));
    }

    /** An ordinary trade, on which every rule is asked and none objects. */
    @Benchmark
    public Decision allow() {
        return law.review(question);
    }

    /** Read and compiled as a draft is. */
    static RuleBook book(int copies) throws IOException {
        var folder = Files.createTempDirectory("growth");
        try {
            for (int copy = 0; copy < copies; copy++) write(folder, copy);
            return Draft.read(folder).compiled();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** The first is the book itself; the others ask for its numbers. */
    private static void write(Path folder, int copy) throws IOException {
        for (var file : RuleBook.ownTexts().entrySet()) {
            if (copy > 0 && file.getKey().endsWith("thresholds.properties")) continue;
            var instrument = file.getKey().substring(0, file.getKey().indexOf('/'));
            var name = copy == 0 ? instrument : instrument + "x" + copy;
            var path = folder.resolve(file.getKey().replace(instrument + "/", name + "/"));
            var text = file.getValue().replace("package law." + instrument, "package law." + name);
            Files.createDirectories(path.getParent());
            Files.writeString(path, copy == 0 ? text : ID.matcher(text).replaceAll("$1$2X" + copy + "-"));
        }
    }
}
