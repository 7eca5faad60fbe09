package pujiang.app.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.stereotype.Component;
import pujiang.app.command.Transactions;
import pujiang.delivery.Content;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal.NotActive;
import pujiang.refusal.Refused;

/**
 * Takes in what a participant sends.
 *
 * <p>See docs/decisions/0087-who-may-fill-the-disk.md.
 */
@Component
public class Uploads {

    private final ContentStore store;
    private final ContentBoard contents;
    private final Quotas quotas;
    private final Transactions transactions;
    private final Clock clock;

    Uploads(ContentStore store, ContentBoard contents, Quotas quotas, Transactions transactions, Clock clock) {
        this.store = store;
        this.contents = contents;
        this.quotas = quotas;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param fresh whether it is new to its owner */
    public record Taken(Content content, boolean fresh) {}

    /**
     * @param announced number of bytes to come, -1 if unknown
     * @throws Refused before a byte is read if the participant may not send files
     */
    public Taken take(ParticipantId owner, String sha256, InputStream body, long announced, String mediaType)
            throws IOException {
        if (!contents.mayUpload(owner)) throw new Refused(new NotActive(owner));
        try (var share = quotas.share(owner, contents.held(owner, sha256), announced);
                var part = store.receive(body, sha256, announced, mediaType, share::upTo)) {
            var fresh = store.alone(sha256, () -> keep(owner, part));
            return new Taken(part.content(), fresh);
        }
    }

    /** A file without a record is removed again. A record without a file would be false. */
    private boolean keep(ParticipantId owner, ContentStore.Part part) throws IOException {
        store.keep(part);
        try {
            return transactions.of(() -> record(owner, part.content()));
        } catch (Refused refused) {
            if (!contents.isNamed(part.content().sha256())) {
                store.remove(part.content().sha256());
            }
            throw refused;
        }
    }

    /** In the current state: another upload may have ended, and the participant may have been suspended. */
    private boolean record(ParticipantId owner, Content content) {
        contents.holdStill(owner);
        if (!contents.mayUpload(owner)) throw new Refused(new NotActive(owner));
        quotas.check(contents.held(owner, content.sha256()) + content.size());
        return contents.add(owner, content, clock.instant());
    }
}
