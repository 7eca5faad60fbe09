package pujiang.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.util.DisconnectedClientHelper;

/** The one place where an exception leaves the house: always as a problem, never as a stack trace. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {

    private final ProblemAnswers answers;
    private final FormReturnAddress forms;

    ProblemAdvice(ProblemAnswers answers, FormReturnAddress forms) {
        this.answers = answers;
        this.forms = forms;
    }

    @ExceptionHandler(Throwable.class)
    @Nullable
    Object tell(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted() && DisconnectedClientHelper.isClientDisconnectedException(failure)) return hungUp();
        if (failure instanceof HttpRequestMethodNotSupportedException) {
            var page = forms.page(request);
            if (page.isPresent()) return ProblemAnswers.redirect(page.get());
        }
        return answers.to(failure, request);
    }

    /** The caller hung up; there is nobody to tell. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    @Nullable
    Object hungUp() {
        return null;
    }
}
