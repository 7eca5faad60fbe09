package pujiang.web.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.security.Caller;
import pujiang.app.security.Colleagues;
import pujiang.app.security.Confirmations;
import pujiang.app.security.InitialPassword;
import pujiang.app.security.NewUser;
import pujiang.app.security.UserView;
import pujiang.participant.ParticipantId;
import pujiang.web.idempotency.Once;

/** People come and go: their accounts, kept by a participant's admin for its colleagues and by the operator for all. */
@Tag(name = "users", description = "用户")
@RestController
@RequestMapping("/api/v1/users")
public class Users {

    private final Colleagues colleagues;
    private final Confirmations confirmations;

    Users(Colleagues colleagues, Confirmations confirmations) {
        this.colleagues = colleagues;
        this.confirmations = confirmations;
    }

    @Operation(
            summary = "Open an account",
            description = "The same content again answers 200, other content is refused. Without a participant it is"
                + " one of the exchange's own staff, which only the operator can open, for a person on record who has"
                + " no account yet, and which another of the staff confirms before anybody signs in with it. The"
                + " password is good for choosing another at the first sign-in, within seven days, and for nothing"
                + " else.")
    @Requires("users:manage")
    @PutMapping("/{username}")
    ResponseEntity<UserView> open(
            @PathVariable String username, @RequestBody NewUser user, Caller caller, HttpServletRequest request) {
        var fresh = colleagues.open(username, user, caller, RequestSource.of(request));
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK).body(colleagues.get(username, caller));
    }

    @Operation(summary = "List users in the order of their names; a participant's admin sees its colleagues only")
    @Requires("users:read")
    @GetMapping
    Page<UserView> list(
            @RequestParam(required = false) @Nullable ParticipantId participant, Paging paging, Caller caller) {
        var after = paging.after().map(List::getFirst).orElse("");
        var rows = colleagues.list(participant, after, paging.rowsToRead(), caller);
        return paging.page(rows, user -> List.of(user.username()));
    }

    @Requires("users:read")
    @GetMapping("/{username}")
    UserView one(@PathVariable String username, Caller caller) {
        return colleagues.get(username, caller);
    }

    @Operation(summary = "Suspend a user: every session and every token of theirs ends at once")
    @Requires("users:manage")
    @PostMapping("/{username}/suspension")
    ResponseEntity<UserView> suspend(@PathVariable String username, Caller caller, Once once) {
        return once.run(() -> ResponseEntity.ok(colleagues.suspend(username, caller)));
    }

    @Operation(summary = "Let a suspended user in again, with the old password; tokens have to be made anew")
    @Requires("users:manage")
    @PostMapping("/{username}/reinstatement")
    ResponseEntity<UserView> reinstate(@PathVariable String username, Caller caller, Once once) {
        return once.run(() -> ResponseEntity.ok(colleagues.reinstate(username, caller)));
    }

    @Operation(
            summary = "Confirm that an account of the exchange's own was opened, or its password reset, for its person",
            description =
                    "By another of the staff than who did that, and than the user. Until then nobody signs in with the"
                        + " account, and after a reset what its user has approved of what is pending does not count.")
    @Requires("staff:confirm")
    @PostMapping("/{username}/confirmation")
    ResponseEntity<UserView> confirm(
            @PathVariable String username, @RequestBody Confirmed confirmed, Caller caller, Once once) {
        return once.run(() -> ResponseEntity.ok(confirmations.confirm(username, confirmed.person(), caller)));
    }

    /** No Idempotency-Key, as for a token: an answer with a secret is kept nowhere, and asking again makes another. */
    @Operation(
            summary = "Give a user who has lost the password a new one, made by the exchange and told this once",
            description = "Every session and every token of the user ends at once. At the sign-in page the user chooses"
                    + " a password of their own with it, within 24 hours; it is good for nothing else. Asking again"
                    + " makes another, and the one before is void.")
    @Requires("users:manage")
    @PostMapping("/{username}/password-reset")
    ResponseEntity<InitialPassword> resetPassword(
            @PathVariable String username, Caller caller, HttpServletRequest request) {
        var made = colleagues.resetPassword(username, caller, RequestSource.of(request));
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(made);
    }

    /** @param person whom the second person knows the user to be */
    record Confirmed(String person) {}
}
