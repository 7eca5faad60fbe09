package pujiang.app.delivery;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import pujiang.app.delivery.DeliveryRefusal.QuotaExceeded;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;

/** The storage quota of each participant: stored bytes and bytes on their way. */
@Component
class Quotas {

    private final long most;

    /** Bytes on their way, by participant, in this process. The record of each file is checked again. */
    private final Map<ParticipantId, Long> coming = new HashMap<>();

    Quotas(@Value("${pujiang.content.quota}") DataSize quota) {
        this.most = quota.toBytes();
    }

    /**
     * @param held stored bytes, without the current upload
     * @param announced number of bytes to come, -1 if unknown
     * @throws Refused above the quota
     */
    Share share(ParticipantId owner, long held, long announced) {
        var share = new Share(owner, held);
        share.upTo(Math.max(0, announced));
        return share;
    }

    /** @throws Refused if so much is more than it may have */
    void check(long bytes) {
        if (bytes > most) throw new Refused(new QuotaExceeded(most));
    }

    private synchronized void more(ParticipantId owner, long held, long bytes) {
        long all = coming.getOrDefault(owner, 0L) + bytes;
        check(held + all);
        coming.put(owner, all);
    }

    private synchronized void less(ParticipantId owner, long bytes) {
        coming.computeIfPresent(owner, (_, all) -> all > bytes ? all - bytes : null);
    }

    /** One upload's. */
    final class Share implements AutoCloseable {

        private final ParticipantId owner;
        private final long held;
        private long taken;

        private Share(ParticipantId owner, long held) {
            this.owner = owner;
            this.held = held;
        }

        /** @throws Refused if an upload of so many bytes is too much */
        void upTo(long bytes) {
            if (bytes <= taken) return;
            more(owner, held, bytes - taken);
            taken = bytes;
        }

        @Override
        public void close() {
            less(owner, taken);
            taken = 0;
        }
    }
}
