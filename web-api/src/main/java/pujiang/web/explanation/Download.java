package pujiang.web.explanation;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import pujiang.app.decision.DecisionFile;
import pujiang.compliance.Decision;

/** A decision with all its facts as a file, for {@code evaluate --verify}. */
final class Download {

    private Download() {}

    static ResponseEntity<DecisionFile> of(Decision decision, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"decision-%s.json\"".formatted(name))
                .body(DecisionFile.of(decision));
    }
}
