package pujiang.settlement;

import org.jspecify.annotations.Nullable;

/** Another transfer is recorded under this id, perhaps just now. */
public final class TransferContradicted extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TransferContradicted(String id, @Nullable Throwable cause) {
        super(id + " contradicts what is recorded", cause);
    }
}
