package pujiang.law;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Locates errors of the engine in rules that the reader has accepted. They are defects of this program, because the
 * reader should have reported them. The engine compiles generated classes whose names and lines do not match ours, so
 * each rule of the affected instruments is compiled alone.
 */
final class CompilerFaults {

    private static final Pattern NAMED = Pattern.compile("(?:compile: |; )([a-z0-9]+): ");

    private CompilerFaults() {}

    static List<DraftFault> in(List<ParsedRule> rules, IllegalStateException failure) {
        var message = String.valueOf(failure.getMessage());
        var folders =
                NAMED.matcher(message).results().map(found -> found.group(1)).toList();
        var faults = new ArrayList<DraftFault>();
        for (var rule : rules) {
            var complaint = folders.contains(rule.folder()) ? complaint(rule) : null;
            if (complaint != null) faults.add(new DraftFault(rule.file(), rule.line(), complaint));
        }
        return faults.isEmpty() ? List.of(new DraftFault(".", 0, message)) : List.copyOf(faults);
    }

    private static @Nullable String complaint(ParsedRule rule) {
        try {
            RuleBook.compile(Drl.of(rule));
            return null;
        } catch (IllegalStateException e) {
            var message = String.valueOf(e.getMessage());
            return "compilation failed: " + NAMED.split(message, 3)[1];
        }
    }
}
