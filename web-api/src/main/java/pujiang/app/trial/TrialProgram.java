package pujiang.app.trial;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.Audience;
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
import pujiang.law.Draft;
import pujiang.law.DraftFaults;
import pujiang.law.EngineFailed;
import pujiang.law.LawReview;
import pujiang.law.LawTimeout;

/**
 * The process in which one draft is tried. It reads requests from standard input, answers on standard output, and has
 * no other access to the exchange. It ends when its input does, which is when the exchange ends for any reason, and
 * when a step exceeds its time.
 */
final class TrialProgram {

    static final int TOO_LATE = 4;

    private final Frames frames;
    private @Nullable LawReview law;

    private TrialProgram(Frames frames) {
        this.frames = frames;
    }

    /** @param arguments how many milliseconds a step may take */
    public static void main(String... arguments) throws InterruptedException, IOException {
        var frames = new Frames(System.in, new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Other output is not mixed with the answers.
        System.setOut(System.err);
        serve(frames, Duration.ofMillis(Long.parseLong(arguments[0])));
    }

    private static void serve(Frames frames, Duration most) throws InterruptedException, IOException {
        var asked = new SynchronousQueue<Frame>();
        Thread.ofPlatform().daemon().start(() -> listen(frames, asked));
        try (var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory())) {
            var program = new TrialProgram(frames);
            while (true) {
                var frame = asked.take();
                ScheduledFuture<?> end = clock.schedule(
                        () -> Runtime.getRuntime().halt(TOO_LATE), most.toMillis(), TimeUnit.MILLISECONDS);
                program.answer(frame);
                end.cancel(false);
            }
        }
    }

    /** In parallel with the work, so that the end of the input is seen in the middle of it. */
    private static void listen(Frames frames, SynchronousQueue<Frame> asked) {
        try {
            for (var frame = frames.read(); frame.isPresent(); frame = frames.read()) asked.put(frame.get());
        } catch (IOException | InterruptedException _) {
            // The exchange has ended.
        }
        Runtime.getRuntime().halt(0);
    }

    private void answer(Frame frame) throws IOException {
        try {
            var trialStep =
                    TrialStep.of(frame.kind()).orElseThrow(() -> new IllegalStateException("there is no such step"));
            frames.write(Ending.DONE.letter(), Message.bytes(done(trialStep, frame.content())));
        } catch (DraftFaults faults) {
            frames.write(
                    Ending.FAULTY.letter(),
                    Message.bytes(new Faults(String.valueOf(faults.getMessage()), faults.faults())));
        } catch (LawTimeout late) {
            frames.write(Ending.LATE.letter(), Message.bytes(new Failure(String.valueOf(late.getMessage()))));
        } catch (RuntimeException | StackOverflowError failure) {
            var told = failure instanceof EngineFailed && failure.getCause() != null ? failure.getCause() : failure;
            frames.write(Ending.FAILED.letter(), Message.bytes(new Failure(told.toString())));
        }
    }

    private Message done(TrialStep trialStep, byte[] content) {
        return switch (trialStep) {
            case BOOK -> compiled(Message.read(content, Book.class));
            case ASK -> answers(Message.read(content, Questions.class).all());
            case DECIDE ->
                Decided.of(law().review(Message.read(content, Asked.class).question()));
            case EXPLAIN -> told(Message.read(content, Asked.class));
        };
    }

    private Compiled compiled(Book book) {
        if (law != null) throw new IllegalStateException("a trial has one book");
        // The exchange has read the draft within a draft's bounds before a trial; drafts stored earlier may exceed
        // them.
        law = new LawReview(Draft.kept(book.texts()).compiled(), new LawSettings(book.limit(), book.limit()).limit());
        return new Compiled(law.book().rules().size());
    }

    private LawReview law() {
        return Optional.ofNullable(law).orElseThrow(() -> new IllegalStateException("there is no book yet"));
    }

    private Answers answers(List<Asked> questions) {
        var asked = law();
        return new Answers(questions.parallelStream()
                .map(question -> TrialAnswer.of(asked.review(question.question())))
                .toList());
    }

    private Told told(Asked asked) {
        var decision = law().review(asked.question()).with(asked.sources());
        var rules = law().explain(asked.question()).stream()
                .map(one -> RuleView.of(decision, one, Audience.STAFF))
                .toList();
        return new Told(Decided.of(decision), rules);
    }
}
