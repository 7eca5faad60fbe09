package pujiang.bench;

import java.util.ArrayList;
import java.util.List;

/** Lines of a Markdown table, printed at the end; meanwhile, what is being done. */
final class Report {

    private final List<String> lines = new ArrayList<>(List.of("| | |", "| --- | ---: |"));

    static void progress(String what) {
        System.out.println("bench  " + what);
    }

    void row(String what, String figure) {
        lines.add("| " + what + " | " + figure + " |");
    }

    void print() {
        System.out.println();
        lines.forEach(System.out::println);
    }
}
