package pujiang.app.rulebook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.json.TextInput;
import pujiang.app.trial.Trial;
import pujiang.app.trial.TrialFailed;
import pujiang.app.trial.TrialFaults;
import pujiang.app.trial.TrialLate;
import pujiang.app.trial.Trials;
import pujiang.law.Draft;
import pujiang.law.RuleBook;

/**
 * {@code rules export|check|replay|coverage}: a rule-book change is a draft, edited as files. It is checked before any
 * of it is compiled, and replayed on past decisions before it is used. The same decisions show which rules ever fired.
 */
public final class Rules {

    static final int DONE = 0;
    static final int FAULTS = 1;
    static final int CANNOT_RUN = 2;

    private static final String USAGE =
            """
            usage 用法:
              rules export FOLDER                  export the rules of the program for editing 导出规则
              rules check FOLDER                   validate a draft, list errors by file and line 检查草案
              rules replay FOLDER DECISIONS.jsonl  replay past decisions against a draft 以历史判定记录试算
              rules coverage DECISIONS.jsonl       report how often each rule fired 规则覆盖""";

    private final PrintStream out;
    private final PrintStream err;

    private Rules(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return 0 if all is well, 1 if the draft has errors, 2 if the command could not be executed */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var rules = new Rules(out, err);
        try {
            return rules.run(arguments);
        } catch (NoSuchFileException missing) {
            return rules.cannot("no such directory or file 目录或文件不存在: " + missing.getFile());
        } catch (IOException e) {
            return rules.cannot("cannot read or write 无法读写: " + TextInput.why(e));
        }
    }

    private int run(List<String> arguments) throws IOException {
        var command = arguments.isEmpty() ? "" : arguments.getFirst();
        return switch (command + " " + (arguments.size() - 1)) {
            case "export 1" -> export(Path.of(arguments.get(1)));
            case "check 1" -> check(folder(arguments.get(1)), _ -> {}) ? DONE : FAULTS;
            case "replay 2" -> replay(folder(arguments.get(1)), Path.of(arguments.get(2)));
            case "coverage 1" -> coverage(Path.of(arguments.get(1)));
            default -> {
                err.println(USAGE);
                yield CANNOT_RUN;
            }
        };
    }

    private static Path folder(String name) throws IOException {
        var folder = Path.of(name);
        if (Files.notExists(folder)) throw new NoSuchFileException(name);
        if (!Files.isDirectory(folder)) throw new NotDirectoryException(name);
        return folder;
    }

    private int export(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) return cannot("the directory is not empty 目录非空: " + folder);
        }
        var texts = RuleBook.ownTexts();
        for (var file : texts.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        out.printf("%d files 个文件: %s%n", texts.size(), folder);
        return DONE;
    }

    /** Whether the draft has no errors; all are printed. */
    private boolean check(Path folder, Consumer<Trial> next) throws IOException {
        var draft = Draft.read(folder);
        var faults = draft.faults();
        faults.forEach(out::println);
        if (!faults.isEmpty()) {
            err.printf("rules: %d errors, nothing was compiled 处错误，未编译%n", faults.size());
            return false;
        }
        var cases = folder.resolve(Draft.CASES);
        var lines = Files.exists(cases) ? TextInput.lines(cases) : List.<String>of();
        try (var trials = new Trials(LawSettings.DEFAULT);
                var trial = trials.open(draft.texts())) {
            if (!holds(draft, trial, lines)) return false;
            next.accept(trial);
            return true;
        } catch (TrialFaults failure) {
            err.println("rules: " + failure.getMessage());
        } catch (TrialLate _) {
            err.println("rules: compilation of the draft timed out 草案编译超时");
        } catch (TrialFailed failure) {
            err.println("rules: the draft could not be run 草案无法试算: " + failure.getMessage());
        }
        return false;
    }

    private boolean holds(Draft draft, Trial trial, List<String> cases) {
        var changed = draft.changedSince(RuleBook.ownTexts());
        var failed = DraftCases.faults(trial::ask, cases, changed, LawSettings.DEFAULT);
        failed.forEach(out::println);
        if (!failed.isEmpty()) {
            err.printf("rules: %d test cases are missing or failed 个案例缺失或不成立%n", failed.size());
            return false;
        }
        out.printf("%d rules 条规则: %s%n", trial.rules(), trial.digest());
        return true;
    }

    private int replay(Path folder, Path decisions) throws IOException {
        try (var lines = TextInput.reader(decisions)) {
            var replayed = new AtomicInteger(FAULTS);
            var done = check(folder, trial -> replayed.set(replay(trial, lines)));
            return done ? replayed.get() : FAULTS;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private int replay(Trial trial, BufferedReader lines) {
        try {
            return new Replay(trial, out, err).run(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int coverage(Path decisions) throws IOException {
        try (var lines = TextInput.reader(decisions)) {
            return new CoverageReading(out, err).run(lines);
        }
    }

    private int cannot(String why) {
        err.println("rules: " + why);
        return CANNOT_RUN;
    }
}
