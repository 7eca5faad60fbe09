package pujiang.app.clock;

import java.time.Duration;

/** A second clock, which cannot be set: time since the start of the machine. */
public interface Uptime {

    /** Never less than before, within one boot. */
    Duration now();

    /** Identifies the start of the machine, or of the process if that is unknown. Two boots share no identifier. */
    String boot();
}
