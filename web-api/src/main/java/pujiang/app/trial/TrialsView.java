package pujiang.app.trial;

import org.jspecify.annotations.Nullable;

/**
 * The treatment of drafts by the process that answers.
 *
 * @param confinement the machine's restrictions; null until known
 * @param unbounded what a hostile draft could still reach; null until known
 * @param missing features that the machine does not have, or forbids; null if it has all
 * @param weakest the least confinement under which drafts are tried
 * @param tried whether drafts are tried here
 */
public record TrialsView(
        @Nullable Confinement confinement,
        @Nullable String unbounded,
        @Nullable String missing,
        Confinement weakest,
        boolean tried,
        long memoryMegabytes,
        int places) {}
