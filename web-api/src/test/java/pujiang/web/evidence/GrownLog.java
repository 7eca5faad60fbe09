package pujiang.web.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import pujiang.evidence.Checkpoint;
import pujiang.evidence.MerkleLog;
import pujiang.evidence.SigningKeys;
import pujiang.web.Market;
import pujiang.web.Sale;

/** The log of an exchange that two trades have grown, and what was published of it meanwhile, for tests. */
public final class GrownLog {

    /** The tests with this name share an exchange: they set its log back, which others would notice. */
    public static final String ORIGIN = "continuity.example/log";

    private final MerkleLog log;
    private final SigningKeys keys;
    private final List<String> published = new ArrayList<>();

    public GrownLog(MerkleLog log, SigningKeys keys, Market market) throws Exception {
        this.log = log;
        this.keys = keys;
        var sale = new Sale(market, "100.00");
        for (int i = 0; i < 2; i++) {
            sale.evidence(sale.completed("data " + i), "certificate");
            published.add(newest());
        }
    }

    /** The checkpoint after the first trade. */
    public String first() {
        return published.getFirst();
    }

    public String newest() {
        return log.checkpoint().orElseThrow();
    }

    public long size(String note) {
        return Checkpoint.read(note, keys.published()).size();
    }

    /** A checkpoint of any size and root, with the exchange's own signature. */
    public String signed(long size, byte[] root) {
        return new Checkpoint(ORIGIN, size, root).signed(keys);
    }

    /** Until all that was said is numbered: what is newest stays so. */
    public void settle() throws InterruptedException {
        for (int attempt = 0; log.queued() > 0; attempt++) {
            assertThat(attempt).as("not numbered after 20 s").isLessThan(200);
            Thread.sleep(100);
        }
    }
}
