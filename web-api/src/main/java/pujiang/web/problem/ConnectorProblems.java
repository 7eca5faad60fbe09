package pujiang.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import pujiang.web.answer.RequestId;
import pujiang.web.security.SecurityHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Requests that the server refuses before any filter sees them, such as a NUL in the path, get a problem too. */
@Component
final class ConnectorProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ProblemAnswers answers;
    private final JsonMapper json;
    private final Clock clock;

    ConnectorProblems(ProblemAnswers answers, JsonMapper json, Clock clock) {
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(ConnectorProblems::askBeforeTheBody);
        factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            // The server would add its own page behind ours, and the innermost valve is the one that is heard.
            host.setErrorReportValveClass("");
            host.getPipeline().addValve(new Reporter());
        });
    }

    /** Who announces a large body by "Expect: 100-continue" hears a refusal before sending it (RFC 9110, 10.1.1). */
    private static void askBeforeTheBody(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
        }
    }

    private final class Reporter extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST || response.getContentWritten() > 0) return;
            if (!response.setErrorReported()) return;
            var refusal = WebFailures.byStatus(HttpStatusCode.valueOf(response.getStatus()), request.getRequestURI());
            if (refusal == null) return;
            try {
                SecurityHeaders.add(request, response);
                RequestId.give(request, response, clock);
                // A stream, not a writer: a writer would add a charset, which this media type does not have.
                response.setContentType(Problem.MEDIA_TYPE);
                response.getOutputStream().write(json.writeValueAsBytes(answers.problem(refusal, request)));
            } catch (IOException _) {
                // The caller hung up; there is nobody to tell.
            }
        }
    }
}
