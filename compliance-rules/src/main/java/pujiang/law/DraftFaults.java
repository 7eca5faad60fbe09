package pujiang.law;

import java.util.List;

/** Reports the errors of an invalid draft. */
public final class DraftFaults extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<DraftFault> faults;

    DraftFaults(String message, List<DraftFault> faults) {
        super(message);
        this.faults = List.copyOf(faults);
    }

    /** In the order of the files. */
    public List<DraftFault> faults() {
        return faults;
    }
}
