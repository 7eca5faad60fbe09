package pujiang.web.rulebook;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.rulebook.CoverageView;
import pujiang.app.rulebook.RecordedCoverage;
import pujiang.web.security.Requires;

/** The rule book compared with the decisions under it. */
@RestController
class CoverageController {

    private final RecordedCoverage coverage;

    CoverageController(RecordedCoverage coverage) {
        this.coverage = coverage;
    }

    @Operation(
            operationId = "getRuleCoverage",
            summary = "Read how often each rule was evaluated",
            description = "By instrument and article, with how often each rule was evaluated and what it found.")
    @Requires("decision:examine")
    @GetMapping("/api/v1/rule-book/coverage")
    CoverageView coverage() {
        return coverage.now();
    }
}
