package pujiang.app.trial;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.explanation.RuleView;
import pujiang.app.trial.Frames.Frame;
import pujiang.app.trial.Message.Answers;
import pujiang.app.trial.Message.Asked;
import pujiang.app.trial.Message.Book;
import pujiang.app.trial.Message.Compiled;
import pujiang.app.trial.Message.Decided;
import pujiang.app.trial.Message.Failure;
import pujiang.app.trial.Message.Faults;
import pujiang.app.trial.Message.Questions;
import pujiang.app.trial.Message.Told;
import pujiang.app.trial.TrialStep.Ending;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSource;
import pujiang.compliance.ProposedExchange;
import pujiang.law.DraftFault;
import tools.jackson.core.JacksonException;

/** A draft that was compiled in a separate process, and is evaluated there. Threads take turns. */
public final class Trial implements ComplianceReview, AutoCloseable {

    /** The limit of questions at once. */
    public static final int MOST_AT_ONCE = 64;

    private final TrialProcess process;
    private final String digest;
    private final LawSettings limits;
    private final Runnable afterwards;
    private int rules;

    /**
     * @param digest of its book
     * @param afterwards to be done when it is closed, once
     */
    Trial(TrialProcess process, String digest, LawSettings limits, Runnable afterwards) {
        this.process = process;
        this.digest = digest;
        this.limits = limits;
        this.afterwards = afterwards;
    }

    /** A decision and what every rule says to it. */
    public record Explanation(Decision decision, List<RuleView> rules) {}

    /** @throws TrialFaults if the engine has something against it */
    Trial compile(Book book) {
        rules = ask(TrialStep.BOOK, book, Compiled.class, limits.draftLimit()).rules();
        return this;
    }

    public String digest() {
        return digest;
    }

    public int rules() {
        return rules;
    }

    /** The answers, in the order of the questions. */
    public List<TrialAnswer> ask(List<ProposedExchange> questions) {
        var asked = new Questions(questions.stream().map(Asked::of).toList());
        var answers = ask(TrialStep.ASK, asked, Answers.class, longest(limits, questions.size()))
                .all();
        if (answers.size() == questions.size()) return answers;
        throw new TrialFailed("its process answered %d of %d questions".formatted(answers.size(), questions.size()));
    }

    @Override
    public Decision review(ProposedExchange question) {
        var asked = Asked.of(question);
        return ask(TrialStep.DECIDE, asked, Decided.class, longest(limits, 1)).by(digest, asked);
    }

    /** @param sources who stated the facts */
    public Explanation explain(ProposedExchange question, Map<FactSource, List<String>> sources) {
        var asked = new Asked(question.gate(), question.on(), question.facts(), sources);
        var told = ask(TrialStep.EXPLAIN, asked, Told.class, longest(limits, 2));
        return new Explanation(told.decided().by(digest, asked), List.copyOf(told.rules()));
    }

    /** The time limit of one step: each question has its own limit, and a book may have to be compiled for it again. */
    static Duration longest(LawSettings limits, int questions) {
        return limits.draftLimit().plus(limits.decisionLimit().multipliedBy(questions));
    }

    private <M extends Message> M ask(TrialStep trialStep, Message message, Class<M> type, Duration most) {
        return read(process.ask(trialStep, Message.bytes(message), most), type, most);
    }

    private <M extends Message> M read(Frame answer, Class<M> type, Duration most) {
        try {
            return switch (ending(answer.kind())) {
                case DONE -> Message.read(answer.content(), type);
                case FAULTY -> throw faults(Message.read(answer.content(), Faults.class));
                case LATE -> throw new TrialLate(most);
                case FAILED ->
                    throw new TrialFailed(
                            Message.read(answer.content(), Failure.class).text());
            };
        } catch (JacksonException e) {
            throw new TrialFailed("its process sent an invalid answer", e);
        }
    }

    /** An answer with errors but without a list counts as one error. */
    private static TrialFaults faults(Faults told) {
        return new TrialFaults(
                told.text(), told.faults().isEmpty() ? List.of(new DraftFault(".", 0, told.text())) : told.faults());
    }

    private static Ending ending(char kind) {
        return Ending.of(kind).orElseThrow(() -> new TrialFailed("its process sent an invalid answer"));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.close();
        afterwards.run();
    }
}
