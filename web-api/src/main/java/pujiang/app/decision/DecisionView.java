package pujiang.app.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import pujiang.compliance.Decision;
import pujiang.compliance.Gate;
import pujiang.compliance.Verdict;
import pujiang.refusal.Invalid;

/**
 * A decision as it is served: its findings and its missing facts, for a party without the other side's facts.
 *
 * @param on the evaluation date, which selected the versions of the rules
 * @param missing facts that would settle what is undecided
 * @param obligations the findings whose obligations must be met before delivery
 * @param ruleBook digest of the rules that were evaluated
 * @param facts digest of the facts that were used
 * @param digest the value that receipts name
 */
public record DecisionView(
        Verdict decision,
        Gate gate,
        LocalDate on,
        List<FindingView> findings,
        List<String> missing,
        List<FindingView> obligations,
        String ruleBook,
        String facts,
        String digest) {

    private static final Pattern DIGEST = Pattern.compile("sha-256:[0-9a-f]{64}");

    /** @throws Invalid at the field, unless it is written as {@link #digest} is */
    public static void mustBeDigest(String field, String written) {
        if (!DIGEST.matcher(written).matches()) {
            throw Invalid.at(field, "digest.malformed", "must be sha-256: and 64 lower-case hexadecimal digits");
        }
    }

    public static DecisionView of(Decision decision, Audience reader) {
        return whole(decision).readBy(reader);
    }

    /** With all that was seen: for the exchange's own people, and for boards, which are cut when they are read. */
    public static DecisionView whole(Decision decision) {
        return new DecisionView(
                decision.verdict(),
                decision.gate(),
                decision.on(),
                FindingView.in(decision, decision.findings()),
                decision.missing(),
                FindingView.in(decision, decision.obligations()),
                decision.ruleBook(),
                decision.facts().digest(),
                decision.digest());
    }

    /** The parts that the reader may know. Every answer to a party passes here. */
    public DecisionView readBy(Audience reader) {
        return reader.staff()
                ? this
                : new DecisionView(
                        decision,
                        gate,
                        on,
                        FindingView.readBy(reader, findings),
                        missing,
                        FindingView.readBy(reader, obligations),
                        ruleBook,
                        facts,
                        digest);
    }
}
