package pujiang.bench;

import java.util.ArrayList;
import java.util.List;

/** Lines of a Markdown table, printed at the end; meanwhile, what is being done. */
final class Report {

    private final List<String> lines = new ArrayList<>(List.of("| | |", "| --- | ---: |"));

    static void progress(String format, Object... values) {
        System.out.println("bench  " + format.formatted(values));
    }

    void row(String what, String format, Object... values) {
        lines.add("| " + what + " | " + format.formatted(values) + " |");
    }

    void print() {
        System.out.println();
        lines.forEach(System.out::println);
    }
}
