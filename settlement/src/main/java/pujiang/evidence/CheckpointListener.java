package pujiang.evidence;

import java.util.List;
import java.util.Optional;

/** Is told of a checkpoint before anybody can see it; what it throws keeps the checkpoint from being published. */
@FunctionalInterface
public interface CheckpointListener {

    /**
     * @param published the newest checkpoint that anybody can have seen, if there is one
     * @param next the signed note that appears when the transaction is committed
     * @param digests of the statements that it adds, in their order
     */
    void about(Optional<String> published, String next, List<String> digests);
}
