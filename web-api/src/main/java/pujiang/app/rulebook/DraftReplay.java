package pujiang.app.rulebook;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.board.Columns;
import pujiang.app.decision.DecisionExtractor;
import pujiang.app.rulebook.PastDecisions.Past;
import pujiang.app.rulebook.PastDecisions.Place;
import pujiang.app.rulebook.ReplayCaseBoard.Case;
import pujiang.app.rulebook.ReplayReport.Count;
import pujiang.app.rulebook.UnaskedView.Reason;
import pujiang.app.trial.Trial;
import pujiang.app.trial.TrialAnswer;
import pujiang.compliance.Decision;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Verdict;
import pujiang.digest.Sha256;

/** One run: the draft evaluates the past questions, each on the facts that its decision stores. */
final class DraftReplay {

    /** Written at once. */
    private static final int BATCH = 500;

    private final ReplayView replay;
    private final Trial draft;
    private final Parts parts;
    private final BooleanSupplier stopped;

    private final Sha256 digest = new Sha256();
    private final SortedMap<Change, Long> counts = new TreeMap<>();
    private final List<Past> waiting = new ArrayList<>();
    private final List<Case> batch = new ArrayList<>();
    private long done;
    private long flips;
    private long unasked;
    private boolean taken;

    /** The collaborators of a run. */
    record Parts(
            PastDecisions past,
            ReplayBoard board,
            ReplayCaseBoard cases,
            AffectedParties.Parties parties,
            Columns columns,
            TransactionTemplate transaction,
            Clock clock) {}

    /** Compared in the order of the gates and verdicts. */
    private record Change(Gate gate, Verdict was, Verdict now) implements Comparable<Change> {

        @Override
        public int compareTo(Change other) {
            return Comparator.comparing(Change::gate)
                    .thenComparing(Change::was)
                    .thenComparing(Change::now)
                    .compare(this, other);
        }
    }

    DraftReplay(ReplayView replay, Trial draft, Parts parts, BooleanSupplier stopped) {
        this.replay = replay;
        this.draft = draft;
        this.parts = parts;
        this.stopped = stopped;
    }

    /** @return whether it was completed; if not, it was stopped */
    boolean run() throws InterruptedException {
        parts.board().expect(replay.id(), parts.board().decisions(DecisionExtractor.names()));
        var covered = parts.past().read(this::ask);
        if (stopped.getAsBoolean() || taken) return false;
        askWaiting();
        write();
        return !taken && finish(covered);
    }

    boolean hasFlips() {
        return flips > 0;
    }

    private boolean ask(Past past) {
        waiting.add(past);
        if (waiting.size() == Trial.MOST_AT_ONCE) askWaiting();
        return !stopped.getAsBoolean() && !taken;
    }

    /** In the order of the past, so that the same past has the same report. */
    private void askWaiting() {
        var answers = draft.ask(waiting.stream()
                        .map(Past::decision)
                        .filter(Objects::nonNull)
                        .map(was -> new ProposedExchange(was.gate(), was.on(), was.facts()))
                        .toList())
                .iterator();
        for (var past : waiting) {
            var was = past.decision();
            if (was == null) unasked(past, Reason.UNREADABLE, past.failure());
            else compare(past, was, answers.next());
            if (++done % BATCH == 0) write();
        }
        waiting.clear();
    }

    private void compare(Past past, Decision was, TrialAnswer now) {
        if (now.wasNotGiven()) {
            unasked(past, Reason.ENGINE_FAILED, was.gate() + " " + was.on());
            return;
        }
        counts.merge(new Change(was.gate(), was.verdict(), now.verdict()), 1L, Long::sum);
        if (was.verdict() == now.verdict()) return;
        var affectedParties = parts.parties().of(past);
        var flip = FlipView.of(++flips, past, was, now, affectedParties);
        add(ReplayCaseBoard.FLIP, flips, past, affectedParties, flip);
    }

    private void unasked(Past past, Reason reason, String detail) {
        var told = new UnaskedView(++unasked, past.kind(), past.subject(), past.event(), past.at(), reason, detail);
        add(ReplayCaseBoard.UNASKED, unasked, past, new AffectedParties(null, null, null), told);
    }

    private void add(String kind, long number, Past past, AffectedParties affectedParties, Object told) {
        var text = parts.columns().json(told);
        digest.addEnded(text);
        batch.add(new Case(kind, number, past.named(), affectedParties, text));
    }

    private void write() {
        parts.transaction().executeWithoutResult(_ -> {
            parts.cases().add(replay.id(), batch);
            taken |= !parts.board().beat(replay.id(), done, parts.clock().instant());
        });
        batch.clear();
    }

    private boolean finish(Place covered) {
        var stake = parts.cases().stake(replay.id());
        var now = parts.clock().instant();
        var report = new ReplayReport(
                replay.draft(),
                replay.edition(),
                replay.before(),
                replay.book(),
                replay.startedBy(),
                replay.startedAt(),
                now,
                done,
                unasked,
                counts.entrySet().stream().map(DraftReplay::count).toList(),
                flips,
                stake.trades(),
                stake.money(),
                stake.participants(),
                parts.cases().parties(replay.id()));
        var text = parts.columns().json(report);
        return parts.board()
                .finish(replay.id(), done, covered, text, digest.addEnded(text).named(), now);
    }

    private static Count count(Map.Entry<Change, Long> counted) {
        var change = counted.getKey();
        return new Count(change.gate(), change.was(), change.now(), counted.getValue());
    }
}
