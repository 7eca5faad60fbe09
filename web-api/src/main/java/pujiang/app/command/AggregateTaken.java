package pujiang.app.command;

import org.axonframework.common.lock.LockAcquisitionFailedException;

/**
 * Another transaction has the write right of an aggregate. Waiting for it would hold a connection of the pool. So this
 * transaction is rolled back, and takes the right before it begins again.
 */
final class AggregateTaken extends LockAcquisitionFailedException {

    private static final long serialVersionUID = 1L;

    private final transient WriteRight right;

    AggregateTaken(WriteRight right) {
        super("%s is being written by somebody else".formatted(right));
        this.right = right;
    }

    WriteRight right() {
        return right;
    }
}
