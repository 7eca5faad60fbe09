package pujiang.app.command;

import java.util.Comparator;

/** The right to write one aggregate. Who wants several takes them in their order, so that nobody waits in a circle. */
record WriteRight(TransactionLocks locks, String aggregate) implements Comparable<WriteRight> {

    private static final Comparator<WriteRight> ORDER = Comparator.<WriteRight, String>comparing(
                    right -> right.locks().type())
            .thenComparing(WriteRight::aggregate);

    @Override
    public int compareTo(WriteRight other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return locks.type() + " " + aggregate;
    }
}
