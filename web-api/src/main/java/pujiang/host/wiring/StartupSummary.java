package pujiang.host.wiring;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import pujiang.app.start.StartupNote;

/** The last lines of the start: the address, then what each part has to say. */
@Component
final class StartupSummary {

    private final Progress progress;
    private final Environment environment;
    private final ObjectProvider<StartupNote> notes;

    StartupSummary(Progress progress, Environment environment, ObjectProvider<StartupNote> notes) {
        this.progress = progress;
        this.environment = environment;
        this.notes = notes;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        var port = environment.getProperty("local.server.port", "");
        var taken = ready.getTimeTaken();
        if (taken != null) progress.step("started in", "启动用时", Progress.seconds(taken));
        progress.step("listening at", "访问地址", "http://localhost:" + port);
        notes.orderedStream().flatMap(note -> note.lines().stream()).forEach(line -> progress.line("  " + line));
        progress.step("to stop", "停止", "Ctrl-C");
    }
}
