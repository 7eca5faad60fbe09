package pujiang.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.web.security.PublicEndpoint;

/** Answers for what fails outside of Spring MVC: in filters, and in the server itself. */
@Hidden
@PublicEndpoint
@RestController
final class ErrorAnswers implements ErrorController {

    private final ProblemAnswers answers;

    ErrorAnswers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    Object tell(HttpServletRequest request) {
        var original = new Original(request);
        // A body that broke off was refused by whoever read it, and now the server reports the same as a failure.
        var told = ProblemAnswers.told(request);
        if (told.isPresent()) return answers.to(told.get(), HttpHeaders.EMPTY, original);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return answers.to(failure, original);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var refusal = WebFailures.byStatus(HttpStatusCode.valueOf(status), original.getRequestURI());
        if (refusal == null) return answers.to(new IllegalStateException("status " + status), original);
        return answers.to(refusal, HttpHeaders.EMPTY, original);
    }

    /** The path that the caller asked for, not the one that the server forwarded to. */
    private static final class Original extends HttpServletRequestWrapper {

        private Original(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                    ? path
                    : super.getRequestURI();
        }
    }
}
