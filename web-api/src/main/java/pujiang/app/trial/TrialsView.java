package pujiang.app.trial;

import org.jspecify.annotations.Nullable;

/**
 * How the process that answers tries drafts of the law.
 *
 * @param confinement what the machine takes away from them; null until that was found out
 * @param unbounded what a hostile draft could still reach; null until that was found out
 * @param missing what the machine does not have, or forbids; null where nothing is missing
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
