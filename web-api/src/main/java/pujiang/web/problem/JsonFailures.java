package pujiang.web.problem;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pujiang.app.request.FieldError;
import pujiang.app.request.Pointer;
import pujiang.app.request.RequestRefusal.FieldsInvalid;
import pujiang.app.request.RequestRefusal.Malformed;
import pujiang.app.request.RequestRefusal.TooComplex;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * What the JSON reader did not like, as a refusal that names the place. The reader tells some kinds of failure apart only
 * by their English message; a test holds those messages.
 */
final class JsonFailures {

    private JsonFailures() {}

    /** Null if the failure is a fault of ours. */
    static @Nullable Refusal refusal(JacksonException failure) {
        return switch (failure) {
            case StreamConstraintsException _ -> new TooComplex();
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case InvalidNullException _ -> invalid(failure, "field.required", "must be given", "");
            case InvalidFormatException format -> format(format);
            case InvalidTypeIdException _ -> invalid(failure, "choice.unknown", "must name a known kind", "");
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case InputCoercionException number -> outOfRange(failure, number);
            case DatabindException guarded when guarded.getCause() != null -> guarded(guarded, guarded.getCause());
            case StreamReadException duplicate
            when says(duplicate, "Duplicate Object property") -> duplicate(duplicate);
            default -> malformed(failure);
        };
    }

    private static Refusal malformed(JacksonException failure) {
        var place = failure.getLocation();
        return place == null
                ? new Malformed(0, 0)
                : new Malformed(Math.max(0, place.getLineNr()), Math.max(0, place.getColumnNr()));
    }

    private static Refusal unknown(UnrecognizedPropertyException failure) {
        var known = failure.getKnownPropertyIds();
        var names = known == null
                ? ""
                : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        return invalid(failure, "field.unknown", "is not a field here; known are: " + names, names);
    }

    private static Refusal duplicate(StreamReadException failure) {
        var parser = failure.processor();
        var pointer =
                parser == null ? "" : parser.streamReadContext().pathAsPointer().toString();
        return new FieldsInvalid(FieldError.inBody(pointer, "field.duplicate", "is given twice", ""));
    }

    private static Refusal format(InvalidFormatException failure) {
        return new FieldsInvalid(wrongForm(failure.getTargetType()).at(Pointer.of(Pointer.way(failure.getPath()))));
    }

    private static Refusal mismatch(MismatchedInputException failure) {
        if (says(failure, "Missing required creator property")) {
            return invalid(failure, "field.required", "must be given", "");
        }
        if (says(failure, "Trailing token")) return malformed(failure);
        if (failure.getCause() instanceof InputCoercionException number) return outOfRange(failure, number);
        var expected = jsonTypeOf(failure.getTargetType());
        return invalid(failure, "field.wrong-type", "must be " + expected, expected);
    }

    /** More digits than the field's type has; the field's own bounds, if any, are narrower. */
    private static Refusal outOfRange(JacksonException failure, InputCoercionException number) {
        var type = number.getTargetType();
        var isInt = type == int.class || type == Integer.class;
        var least = isInt ? Integer.MIN_VALUE : Long.MIN_VALUE;
        var most = isInt ? Integer.MAX_VALUE : Long.MAX_VALUE;
        return invalid(
                failure, "number.out-of-range", "must be between " + least + " and " + most, least + ".." + most);
    }

    /** A guard refused the value. */
    private static @Nullable Refusal guarded(DatabindException failure, Throwable cause) {
        return switch (cause) {
            case Invalid invalid ->
                new FieldsInvalid(FieldError.inBody(
                        isOneValue(failure)
                                ? Pointer.of(Pointer.way(failure.getPath()))
                                : Pointer.joined(Pointer.way(failure.getPath()), invalid.steps()),
                        invalid.code(),
                        invalid.detail(),
                        invalid.required()));
            case DateTimeException _ -> invalid(failure, "date.malformed", "must be an ISO 8601 date", "");
            case IllegalArgumentException illegal ->
                invalid(failure, "value.malformed", Objects.requireNonNullElse(illegal.getMessage(), "is wrong"), "");
            case JacksonException nested -> refusal(nested);
            default -> null;
        };
    }

    /** An id refuses itself as {@code participant}, but it stands in the field {@code buyer}: the field is right. */
    private static boolean isOneValue(DatabindException failure) {
        if (!(failure instanceof ValueInstantiationException instantiation)) return false;
        var components = instantiation.getType().getRawClass().getRecordComponents();
        return components != null
                && Arrays.stream(components)
                        .map(RecordComponent::getName)
                        .toList()
                        .equals(List.of("value"));
    }

    private static boolean says(JacksonException failure, String start) {
        return failure.getOriginalMessage().startsWith(start);
    }

    private static Refusal invalid(JacksonException failure, String code, String detail, String required) {
        var pointer = Pointer.of(Pointer.way(failure.getPath()));
        return new FieldsInvalid(FieldError.inBody(pointer, code, detail, required));
    }

    /** Code and texts for a text that is not of the form its type asks for; also used for parameters. */
    record WrongForm(String code, String detail, String required) {

        FieldError at(String pointer) {
            return FieldError.inBody(pointer, code, detail, required);
        }
    }

    static WrongForm wrongForm(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            var names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", "));
            return new WrongForm("choice.unknown", "must be one of: " + names, names);
        }
        if (type != null && Temporal.class.isAssignableFrom(type)) {
            var name = type.getSimpleName();
            return new WrongForm("date.malformed", "must be an existing date or time in ISO 8601", name);
        }
        var expected = jsonTypeOf(type);
        return new WrongForm("field.wrong-type", "must be " + expected, expected);
    }

    private static String jsonTypeOf(@Nullable Class<?> type) {
        if (type == null) return "object";
        if (type == boolean.class || type == Boolean.class) return "boolean";
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) return "integer";
        if (type == BigInteger.class || type == short.class || type == Short.class) return "integer";
        if (type == double.class || type == Double.class || type == BigDecimal.class) return "number";
        if (CharSequence.class.isAssignableFrom(type) || type.isEnum()) return "string";
        if (Temporal.class.isAssignableFrom(type)) return "string";
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "array" : "object";
    }
}
