package pujiang.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.util.DisconnectedClientHelper;
import pujiang.web.security.PageModel;

/** The one place where an exception leaves the house: always as a problem, never as a stack trace. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {

    private final ProblemAnswers answers;
    private final FormAddresses forms;

    ProblemAdvice(ProblemAnswers answers, FormAddresses forms) {
        this.answers = answers;
        this.forms = forms;
    }

    /** A form's address that is gone to again leads to the page that the form was on. */
    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    Object otherMethod(HttpRequestMethodNotSupportedException failure, HttpServletRequest request) {
        // No interceptor has run, for there is no handler.
        PageModel.tell(request);
        return forms.page(request)
                .<Object>map(page -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(page))
                        .build())
                .orElseGet(() -> answers.to(failure, request));
    }

    @ExceptionHandler(Throwable.class)
    @Nullable
    Object tell(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted() && DisconnectedClientHelper.isClientDisconnectedException(failure)) return hungUp();
        return answers.to(failure, request);
    }

    /** The caller hung up; there is nobody to tell. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    @Nullable
    Object hungUp() {
        return null;
    }
}
