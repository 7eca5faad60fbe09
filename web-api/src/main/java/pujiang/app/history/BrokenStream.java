package pujiang.app.history;

/** The stored events of an aggregate have a gap: its state is unknown, and no decision is made on it. */
public final class BrokenStream extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String aggregate;
    private final long missing;

    public BrokenStream(String type, String aggregate, long missing) {
        super("event %d of %s %s is missing in the store".formatted(missing, type, aggregate));
        this.type = type;
        this.aggregate = aggregate;
        this.missing = missing;
    }

    /** The kind of aggregate, as it is stored. */
    public String type() {
        return type;
    }

    public String aggregate() {
        return aggregate;
    }

    /** The number of the first event that is not there. */
    public long missing() {
        return missing;
    }
}
