package pujiang.settlement;

import org.jspecify.annotations.Nullable;

/** Another transfer stands in the books under this id, perhaps since a moment ago. */
public final class TransferContradicted extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    TransferContradicted(String id, @Nullable Throwable cause) {
        super(id + " contradicts what is recorded", cause);
    }
}
