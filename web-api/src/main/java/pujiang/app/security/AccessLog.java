package pujiang.app.security;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;
import pujiang.participant.ParticipantId;

/**
 * Records sign-ins, refusals, and reading of personal data or of a trade (Cybersecurity Law art. 23, art. 21 before
 * 2026). Written in batches once a second, outside the requests; a process that is killed loses that second. Each
 * process writes the accesses that it has answered.
 */
@Component
public class AccessLog implements Job, DisposableBean {

    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 500;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PATH = 500;

    private final AccessBoard board;
    private final Clock clock;
    private final LinkedBlockingQueue<Access> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

    AccessLog(AccessBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    /** The source of a request and the status of its answer. */
    public record Asked(String source, String method, String path, int status) {}

    public void add(Access.Kind kind, String username, @Nullable ParticipantId participant, Asked asked) {
        var access = new Access(
                0,
                clock.instant(),
                kind,
                cut(username.replaceAll("[\\p{C}\\ud800-\\udfff]", "?"), LONGEST_NAME),
                participant == null ? null : participant.value(),
                cut(asked.source(), LONGEST_NAME),
                asked.method(),
                cut(asked.path(), LONGEST_PATH),
                asked.status());
        // Rather slower than forgetful.
        while (!waiting.offer(access)) write();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    @Override
    public String name() {
        return "access-log";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run(JobRun jobRun) {
        while (write() == BATCH && jobRun.lasts()) {
            // All entries since the last batch.
        }
    }

    /** Entries that could not be written are kept for the next batch. */
    private synchronized int write() {
        var batch = new ArrayList<Access>(BATCH);
        for (var access : waiting) {
            if (batch.size() == BATCH) break;
            batch.add(access);
        }
        if (batch.isEmpty()) return 0;
        board.add(batch);
        for (int i = 0; i < batch.size(); i++) waiting.remove();
        return batch.size();
    }

    @Override
    public void destroy() {
        while (write() == BATCH) {
            // The rest.
        }
    }
}
