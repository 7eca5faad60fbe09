package pujiang.web.answer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a PUT has created stands where it was put (RFC 9110, section 15.3.2); another handler names the address itself. */
@RestControllerAdvice
final class CreatedAddress extends AnswerAdvice {

    @Override
    protected @Nullable Object advise(@Nullable Object body, Answer answer) {
        var request = answer.request();
        if (answer.response().getStatus() == HttpStatus.CREATED.value()
                && HttpMethod.PUT.matches(request.getMethod())) {
            answer.headers().set(HttpHeaders.LOCATION, request.getRequestURI());
        }
        return body;
    }
}
