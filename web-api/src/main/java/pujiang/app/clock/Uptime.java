package pujiang.app.clock;

import java.time.Duration;

/** A second clock, which nobody sets: time since the machine was started. */
public interface Uptime {

    /** Never less than before, within one boot. */
    Duration now();

    /** Names the start of the machine, or of the process where that cannot be found out: two boots have nothing in common. */
    String boot();
}
