package pujiang.web.wiring;

import org.axonframework.common.caching.WeakReferenceCache;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Aggregates that were decided on a moment ago. Axon drops what a command that failed has changed; but a request's
 * transaction may fail after its command, and what is then not in the store must not be in here.
 */
final class CommittedCache extends WeakReferenceCache {

    @Override
    public void put(Object key, Object value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) dropUnlessCommitted(key);
        super.put(key, value);
    }

    private void dropUnlessCommitted(Object key) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) remove(key);
            }
        });
    }
}
