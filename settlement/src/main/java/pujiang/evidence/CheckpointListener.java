package pujiang.evidence;

import java.util.List;
import java.util.Optional;

/** Receives each checkpoint before it is visible. An exception prevents the publication. */
@FunctionalInterface
public interface CheckpointListener {

    /**
     * @param published the newest checkpoint that may have been seen, if any
     * @param next the signed note that becomes visible at the commit
     * @param digests of the statements that it adds, in their order
     */
    void about(Optional<String> published, String next, List<String> digests);
}
