package pujiang.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;
import pujiang.law.TimeLimit;

/** What a caller is told whom the law has let wait. */
class LateLawTest {

    @Test
    void anExplanationThatComesTooLateIsAProblemThatMayPass() {
        var law = new LawReview(RuleBook.load(), new TimeLimit(Duration.ofNanos(1), System::nanoTime));
        var question = new ProposedExchange(Gate.ORDER, LocalDate.of(2026, 11, 26), FactSheet.empty());
        var late = catchThrowable(() -> law.explain(question));
        var request = new MockHttpServletRequest("GET", "/api/v1/trades/t-1/decisions/1/explanation");
        request.addHeader("Accept", "application/json");

        var answer =
                (ResponseEntity<?>) new ProblemAnswers(Clock.systemUTC(), new SimpleMeterRegistry()).to(late, request);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
        assertThat(answer.getBody()).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("exchange.law-too-late");
            assertThat(problem.retry()).isTrue();
        });
    }
}
