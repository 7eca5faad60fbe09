package pujiang.web.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.law.Draft;
import pujiang.law.RuleBook;
import pujiang.web.wiring.LawSettings;

/**
 * {@code rules export|check|replay|coverage}: a rule-book change is a draft, edited as files; it is checked before anything
 * of it is compiled, and tried on past decisions before anybody relies on it. The same decisions tell which rules were ever
 * of use.
 */
public final class Rules {

    static final int DONE = 0;
    static final int FAULTS = 1;
    static final int CANNOT_RUN = 2;

    private static final String USAGE =
            """
            usage 用法:
              rules export FOLDER                  write the program's rule book out, to be edited 导出规则
              rules check FOLDER                   say what is wrong with a draft, by file and line 检查草案
              rules replay FOLDER DECISIONS.jsonl  try a draft on decisions of the past 用历史决定试算
              rules coverage DECISIONS.jsonl       count what each rule of the program had to say 规则覆盖""";

    private final PrintStream out;
    private final PrintStream err;

    private Rules(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return 0 if all is well, 1 if the draft has faults, 2 if nothing could be done */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var rules = new Rules(out, err);
        try {
            return rules.run(arguments);
        } catch (NoSuchFileException | NotDirectoryException missing) {
            return rules.cannot("no such folder or file 不存在: " + missing.getMessage());
        } catch (IOException e) {
            return rules.cannot("cannot read or write 无法读写: " + e.getMessage());
        }
    }

    private int run(List<String> arguments) throws IOException {
        var command = arguments.isEmpty() ? "" : arguments.getFirst();
        return switch (command + " " + (arguments.size() - 1)) {
            case "export 1" -> export(Path.of(arguments.get(1)));
            case "check 1" -> check(folder(arguments.get(1))) == null ? FAULTS : DONE;
            case "replay 2" -> replay(folder(arguments.get(1)), Path.of(arguments.get(2)));
            case "coverage 1" -> coverage(Path.of(arguments.get(1)));
            default -> {
                err.println(USAGE);
                yield CANNOT_RUN;
            }
        };
    }

    private static Path folder(String name) throws NotDirectoryException {
        var folder = Path.of(name);
        if (!Files.isDirectory(folder)) throw new NotDirectoryException(name);
        return folder;
    }

    private int export(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) return cannot("the folder is not empty 目录非空: " + folder);
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

    /** The book that it becomes; null if it has faults, which are told. */
    private @Nullable RuleBook check(Path folder) throws IOException {
        var draft = Draft.read(folder);
        var faults = draft.faults();
        faults.forEach(out::println);
        if (!faults.isEmpty()) {
            err.printf("rules: %d faults; nothing was compiled 处错误,未编译%n", faults.size());
            return null;
        }
        var book = compiled(draft);
        if (book == null) return null;
        var cases = folder.resolve(Draft.CASES);
        var lines = Files.exists(cases) ? Files.readAllLines(cases) : List.<String>of();
        var failed = DraftCases.faults(book, lines, draft.changedSince(RuleBook.ownTexts()), LawSettings.DEFAULT);
        failed.forEach(out::println);
        if (!failed.isEmpty()) {
            err.printf("rules: %d cases are missing or do not hold 个案例缺失或不成立%n", failed.size());
            return null;
        }
        out.printf("%d rules 条规则, %s%n", book.rules().size(), book.digest());
        return book;
    }

    private @Nullable RuleBook compiled(Draft draft) {
        try {
            var book = draft.compiled(LawSettings.DEFAULT.draftLimit());
            if (book.isPresent()) return book.get();
            err.println("rules: the draft does not compile in time 草案未能及时编译");
        } catch (IllegalStateException e) {
            err.println("rules: " + e.getMessage());
        }
        return null;
    }

    private int replay(Path folder, Path decisions) throws IOException {
        var book = check(folder);
        if (book == null) return FAULTS;
        try (var lines = Files.newBufferedReader(decisions)) {
            return new Replay(book, out, err).run(lines);
        }
    }

    private int coverage(Path decisions) throws IOException {
        try (var lines = Files.newBufferedReader(decisions)) {
            return new CoverageReading(out, err).run(lines);
        }
    }

    private int cannot(String why) {
        err.println("rules: " + why);
        return CANNOT_RUN;
    }
}
