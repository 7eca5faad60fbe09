package pujiang.host.wiring;

import org.axonframework.config.Configuration;
import org.springframework.context.SmartLifecycle;

/** Runs Axon between the database and the web server. */
final class AxonLifecycle implements SmartLifecycle {

    private final Configuration axon;
    private volatile boolean running;

    AxonLifecycle(Configuration axon) {
        this.axon = axon;
    }

    @Override
    public void start() {
        axon.start();
        running = true;
    }

    @Override
    public void stop() {
        axon.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Boot's web server starts in a higher phase and stops before this one. */
    @Override
    public int getPhase() {
        return 0;
    }
}
