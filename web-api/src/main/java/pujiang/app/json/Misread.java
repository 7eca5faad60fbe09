package pujiang.app.json;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Reasons why JSON could not be read, worded here: the parser's messages are about itself, and may repeat file content.
 */
public final class Misread {

    private Misread() {}

    /** To be continued after "… cannot be read: ". */
    public static String why(JacksonException failure) {
        return switch (failure) {
            case StreamConstraintsException _ ->
                "the JSON is nested too deeply, or contains a string or number that is too long";
            case InputCoercionException _ -> "a number is too large" + place(failure);
            case StreamReadException _ -> "not valid JSON, or a field occurs twice" + place(failure);
            case UnrecognizedPropertyException unknown -> "unknown field %s".formatted(where(unknown));
            case DatabindException misfit -> "missing value or wrong type at %s".formatted(where(misfit));
            default -> "not valid JSON";
        };
    }

    private static String place(JacksonException failure) {
        var location = failure.getLocation();
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String where(DatabindException failure) {
        var path = failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("/"));
        return path.isEmpty() ? "the beginning" : path;
    }
}
