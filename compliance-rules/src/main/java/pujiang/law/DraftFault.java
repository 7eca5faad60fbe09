package pujiang.law;

/**
 * An error that makes a draft invalid.
 *
 * @param line from 1; 0 for the file as a whole
 */
public record DraftFault(String file, int line, String what) {

    @Override
    public String toString() {
        return line == 0 ? file + ": " + what : file + ":" + line + ": " + what;
    }

    /** Stops reading a file at its first error. */
    static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient DraftFault fault;

        Found(String file, int line, String what) {
            this(new DraftFault(file, line, what));
        }

        private Found(DraftFault fault) {
            super(fault.toString());
            this.fault = fault;
        }

        DraftFault fault() {
            return fault;
        }
    }
}
