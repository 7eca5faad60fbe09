package pujiang.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a draft does not compile. The engine compiles classes of its own, whose names and lines say nothing of ours, so each
 * rule of the instruments that it complains of is compiled alone.
 */
final class CompilerFaults {

    private static final Pattern NAMED = Pattern.compile("(?:compile: |; )([a-z0-9]+): ");

    private CompilerFaults() {}

    static List<DraftFault> in(Map<String, String> texts, IllegalStateException failure) {
        var message = String.valueOf(failure.getMessage());
        var folders = NAMED.matcher(message)
                .results()
                .map(found -> found.group(1) + "/")
                .distinct()
                .toList();
        var faults = new ArrayList<DraftFault>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".drl") && folders.stream().anyMatch(file::startsWith)) faults.addAll(in(file, text));
        });
        return faults.isEmpty() ? List.of(new DraftFault(".", 0, message)) : List.copyOf(faults);
    }

    private static List<DraftFault> in(String file, String text) {
        if (complaint(file, text) == null) return List.of();
        var lines = text.lines().toList();
        var rules = RuleFile.read(file, text);
        var head = String.join("\n", lines.subList(0, rules.getFirst().line() - 1));
        var faults = new ArrayList<DraftFault>();
        for (int i = 0; i < rules.size(); i++) {
            int end = i + 1 < rules.size() ? rules.get(i + 1).line() - 1 : lines.size();
            var alone = String.join("\n", lines.subList(rules.get(i).line() - 1, end));
            var complaint = complaint(file, head + "\n" + alone + "\n");
            if (complaint != null) faults.add(new DraftFault(file, rules.get(i).line(), complaint));
        }
        return faults;
    }

    private static @Nullable String complaint(String file, String text) {
        try {
            RuleBook.compile(Map.of(file, text));
            return null;
        } catch (IllegalStateException e) {
            var message = String.valueOf(e.getMessage());
            return "does not compile: " + NAMED.split(message, 3)[1];
        }
    }
}
