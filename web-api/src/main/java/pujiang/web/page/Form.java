package pujiang.web.page;

import java.util.List;

/**
 * A form as it is shown.
 *
 * @param address where it is sent
 * @param key makes a form that is sent twice act once
 * @param refused whether it was just sent and refused, and so shows what was written
 */
public record Form(FormAction act, String address, List<Field> fields, String key, boolean refused) {

    /** Whether there is something to fill in. */
    public boolean asks() {
        return fields.stream().anyMatch(field -> field.kind() != Field.Kind.HIDDEN);
    }
}
