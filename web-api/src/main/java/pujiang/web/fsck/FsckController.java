package pujiang.web.fsck;

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
import pujiang.web.security.Requires;

/** The check of all that is stored, for whoever runs the exchange. */
@RestController
@RequestMapping("/api/v1/fsck")
class FsckController {

    private final FsckRuns runs;

    FsckController(FsckRuns runs) {
        this.runs = runs;
    }

    /** The newest check, which may still run. */
    @Requires("operations:read")
    @GetMapping
    FsckRun newest() {
        return runs.newest().orElseThrow(() -> new Refused(new NotFound("/api/v1/fsck")));
    }

    /** Begins a check; while one runs, the answer is that one. It changes nothing that is checked. */
    @Requires("operations:check")
    @PostMapping
    ResponseEntity<FsckRun> start(Caller caller) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(runs.start(caller.username()));
    }
}
