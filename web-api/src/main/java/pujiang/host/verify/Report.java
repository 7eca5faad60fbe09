package pujiang.host.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints one line for each check and records the checks that failed. */
final class Report {

    private static final int MOST_TOLD = 300;

    private final Consumer<String> out;
    private final List<Proof> failed = new ArrayList<>();
    private final List<Proof> proven = new ArrayList<>();

    Report(Consumer<String> out) {
        this.out = out;
    }

    /** @param found the difference, if there is one; a long one is cut off */
    void check(Proof proof, Optional<String> found) {
        var difference = found.map(Report::brief);
        (difference.isPresent() ? failed : proven).add(proof);
        var told = difference.isEmpty() ? proof.holds : proof.fails;
        line("%-8s%-11s%s: %s；%s"
                .formatted(
                        difference.isEmpty() ? "ok" : "FAILED",
                        proof.english,
                        proof.chinese,
                        told.en() + difference.map(what -> " (" + what + ")").orElse(""),
                        told.zh()));
    }

    /** @param provable all that can be proven of a statement of this kind */
    void summary(Collection<Proof> provable) {
        line("proven 已证明: " + names(proven));
        line("not proven 未证明: "
                + names(provable.stream()
                        .filter(proof -> !proven.contains(proof))
                        .toList()));
    }

    private static String names(List<Proof> proofs) {
        if (proofs.isEmpty()) return "nothing 无";
        return proofs.stream().map(proof -> proof.english + " " + proof.chinese).collect(Collectors.joining(", "));
    }

    Optional<Proof> firstDifference() {
        return failed.stream().findFirst();
    }

    /** Text from a file of unknown origin must not control the terminal. */
    void line(String text) {
        out.accept(shown(text));
    }

    private static String brief(String text) {
        return text.length() <= MOST_TOLD ? text : text.substring(0, MOST_TOLD) + "…";
    }

    static String shown(String text) {
        return text.codePoints()
                .map(each -> steers(each) ? '\ufffd' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean steers(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
