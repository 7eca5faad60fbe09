package pujiang.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MimeType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import pujiang.app.request.FieldError;
import pujiang.app.request.RequestRefusal.FieldsInvalid;
import pujiang.app.request.RequestRefusal.Forbidden;
import pujiang.app.request.RequestRefusal.Malformed;
import pujiang.app.request.RequestRefusal.MediaTypeUnsupported;
import pujiang.app.request.RequestRefusal.MethodNotAllowed;
import pujiang.app.request.RequestRefusal.NotAcceptable;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.request.RequestRefusal.TooLarge;
import pujiang.app.request.RequestRefusal.Unauthenticated;
import pujiang.app.request.RequestRefusal.Unavailable;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refusal;
import pujiang.web.request.BodyLimit;
import tools.jackson.core.JacksonException;

/** Refusals of Spring MVC before a controller is reached, mapped to refusals of the exchange. */
final class WebFailures {

    /** Of a request's first line and headers, as the server has it. */
    private static final int LARGEST_HEAD_BYTES = 8 * 1024;

    private WebFailures() {}

    static @Nullable Refusal refusal(Throwable failure, HttpServletRequest request) {
        return switch (failure) {
            case HttpMessageNotReadableException body -> body(body);
            case MethodArgumentTypeMismatchException mismatch -> new FieldsInvalid(mismatch(mismatch));
            case MethodArgumentNotValidException form -> form(form);
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingPathVariableException missing -> missing(missing.getVariableName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            case MissingRequestHeaderException missing ->
                new FieldsInvalid(FieldError.inHeader(missing.getHeaderName(), "field.required", "must be given"));
            case HttpMediaTypeNotSupportedException media ->
                new MediaTypeUnsupported(declared(request), joined(media.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException media -> new NotAcceptable(joined(media.getSupportedMediaTypes()));
            case HttpRequestMethodNotSupportedException method ->
                new MethodNotAllowed(method.getMethod(), allowed(method));
            case MaxUploadSizeExceededException size -> new TooLarge(Math.max(0, size.getMaxUploadSize()));
            case MultipartException _ -> new Malformed(0, 0);
            // More or longer parameters than any form of ours has, or ones that are no text.
            case InvalidParameterException parameters ->
                byStatus(HttpStatusCode.valueOf(parameters.getErrorCode()), request.getRequestURI());
            case AsyncRequestTimeoutException _ -> new Unavailable();
            case ErrorResponse other -> byStatus(other.getStatusCode(), request.getRequestURI());
            default -> null;
        };
    }

    /** For answers of the server itself and of filters, which have a status and no more. */
    static @Nullable Refusal byStatus(HttpStatusCode status, String path) {
        return switch (status.value()) {
            case 400 -> new Malformed(0, 0);
            case 401 -> new Unauthenticated();
            case 403 -> new Forbidden();
            case 404 -> new NotFound(path);
            case 405 -> new MethodNotAllowed("", "");
            case 406 -> new NotAcceptable("");
            case 413 -> new TooLarge(BodyLimit.LARGEST_BYTES);
            case 414, 431 -> new TooLarge(LARGEST_HEAD_BYTES);
            case 415 -> new MediaTypeUnsupported("", "");
            case 503 -> new Unavailable();
            default -> null;
        };
    }

    private static @Nullable Refusal body(HttpMessageNotReadableException failure) {
        // Only here: JSON of our own that cannot be read, say in the database, is not the caller's fault.
        if (failure.getCause() instanceof JacksonException json) return JsonFailures.refusal(json);
        // The connection broke off, or stood still for too long.
        if (failure.getCause() instanceof IOException) return new Malformed(0, 0);
        if (failure.getCause() != null) return null;
        return new FieldsInvalid(FieldError.inBody("", "field.required", "must be given: the body is missing", ""));
    }

    private static FieldError mismatch(MethodArgumentTypeMismatchException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Invalid invalid) {
                return FieldError.inParameter(failure.getName(), invalid.code(), invalid.detail(), invalid.required());
            }
        }
        var form = JsonFailures.wrongForm(failure.getRequiredType());
        return FieldError.inParameter(failure.getName(), form.code(), form.detail(), form.required());
    }

    private static Refusal form(MethodArgumentNotValidException failure) {
        return new FieldsInvalid(failure.getFieldErrors().stream()
                .map(error -> error.getField())
                .map(field -> FieldError.inParameter(field, "value.malformed", "is not of the right form", ""))
                .toList());
    }

    private static Refusal missing(String parameter) {
        return new FieldsInvalid(FieldError.inParameter(parameter, "field.required", "must be given", ""));
    }

    /** As it was sent: what cannot be read has no other name. */
    private static String declared(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader("Content-Type"), "—");
    }

    private static String allowed(HttpRequestMethodNotSupportedException failure) {
        var methods = failure.getSupportedMethods();
        return methods == null ? "" : String.join(", ", methods);
    }

    private static String joined(List<? extends MimeType> types) {
        return types.stream().map(MimeType::toString).collect(Collectors.joining(", "));
    }
}
