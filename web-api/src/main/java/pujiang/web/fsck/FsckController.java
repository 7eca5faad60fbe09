package pujiang.web.fsck;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.fsck.FsckRun;
import pujiang.app.fsck.FsckRuns;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.security.Caller;
import pujiang.refusal.Refused;
import pujiang.web.answer.Succeeds;
import pujiang.web.security.Requires;

/** The check of all stored data, for the operator. */
@RestController
@RequestMapping("/api/v1/fsck")
class FsckController {

    private final FsckRuns runs;

    FsckController(FsckRuns runs) {
        this.runs = runs;
    }

    @Operation(
            operationId = "getConsistencyCheck",
            summary = "Read the newest consistency check",
            description = "It may still be running.")
    @Requires("operations:read")
    @GetMapping
    FsckRun newest() {
        return runs.newest().orElseThrow(() -> new Refused(new NotFound("/api/v1/fsck")));
    }

    @Operation(
            operationId = "startConsistencyCheck",
            summary = "Start a check of all stored data",
            description = "The check changes nothing. While one is running, the answer describes that one.")
    @Succeeds(status = 202)
    @Requires("operations:check")
    @PostMapping
    ResponseEntity<FsckRun> start(Caller caller) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(runs.start(caller.username()));
    }
}
