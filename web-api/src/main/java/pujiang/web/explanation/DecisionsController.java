package pujiang.web.explanation;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.explanation.DecisionExport;
import pujiang.web.answer.Succeeds;
import pujiang.web.security.Requires;

/** The decisions of all trades. */
@RestController
class DecisionsController {

    private static final int BUFFER = 64 * 1024;

    private final DecisionExport export;

    DecisionsController(DecisionExport export) {
        this.export = export;
    }

    @Operation(
            operationId = "exportDecisions",
            summary = "Export all decisions as JSON Lines",
            description =
                    "One decision per line, with its facts and its subject, as input for the command rules replay.")
    @Succeeds(status = 200, media = "application/jsonl")
    @Requires("decision:examine")
    @GetMapping("/api/v1/decisions")
    void decisions(HttpServletResponse response) throws IOException {
        response.setContentType("application/jsonl");
        response.setHeader("Content-Disposition", "attachment; filename=\"decisions.jsonl\"");
        try (var out = new BufferedOutputStream(response.getOutputStream(), BUFFER)) {
            export.write(out);
        }
    }
}
