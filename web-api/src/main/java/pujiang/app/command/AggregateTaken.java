package pujiang.app.command;

import org.axonframework.common.lock.LockAcquisitionFailedException;

/**
 * Somebody else's transaction has the right to write an aggregate, and whoever wanted it would keep a connection of the pool
 * for as long as it waits. So it gives up, and has the right before it begins again.
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
