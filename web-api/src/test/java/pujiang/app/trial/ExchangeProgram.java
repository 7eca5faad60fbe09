package pujiang.app.trial;

import java.util.concurrent.locks.LockSupport;
import pujiang.app.evaluate.LawSettings;

/** An exchange that has begun a trial, told its pids, and waits for its end. */
final class ExchangeProgram {

    static final String PID = "pid ";
    static final String DONE = "done";

    private ExchangeProgram() {}

    public static void main(String... arguments) {
        var trials = new Trials(LawSettings.DEFAULT);
        var _ = trials.begin(TrialProgram.class.getName(), "sha-256:none");
        ProcessHandle.current().descendants().forEach(process -> System.out.println(PID + process.pid()));
        System.out.println(DONE);
        while (true) LockSupport.park();
    }
}
