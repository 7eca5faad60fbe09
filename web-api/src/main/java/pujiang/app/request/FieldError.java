package pujiang.app.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Invalid;

/**
 * One thing wrong with one part of a request.
 *
 * @param pointer into the body (RFC 6901), empty for the whole body; null if the part is not in the body
 * @param parameter of path or query
 * @param header of the request
 * @param code stable, for example {@code number.out-of-range}
 * @param detail for people
 * @param required the bounds without words, or null where the code says it all
 */
@JsonInclude(Include.NON_NULL)
public record FieldError(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String header,
        String code,
        String detail,
        @Nullable String required) {

    public static FieldError inBody(String pointer, String code, String detail, String required) {
        return new FieldError(pointer, null, null, code, detail, orNull(required));
    }

    public static FieldError inParameter(String name, String code, String detail, String required) {
        return new FieldError(null, name, null, code, detail, orNull(required));
    }

    public static FieldError inHeader(String name, String code, String detail) {
        return new FieldError(null, null, name, code, detail, null);
    }

    public static FieldError of(Invalid invalid) {
        return inBody(Pointer.of(invalid.steps()), invalid.code(), invalid.detail(), invalid.required());
    }

    public FieldError saying(String otherDetail) {
        return new FieldError(pointer, parameter, header, code, otherDetail, required);
    }

    private static @Nullable String orNull(String required) {
        return required.isEmpty() ? null : required;
    }
}
