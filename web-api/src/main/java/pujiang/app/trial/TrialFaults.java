package pujiang.app.trial;

import java.util.List;
import pujiang.law.DraftFault;

/** A draft that does not compile, and why. */
public final class TrialFaults extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<DraftFault> faults;

    TrialFaults(String message, List<DraftFault> faults) {
        super(message, null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** In the order of the files. */
    public List<DraftFault> faults() {
        return faults;
    }
}
