package pujiang.app.command;

import java.util.Comparator;

/** The right to write one aggregate. Several rights are taken in their order, so that there is no circular wait. */
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
