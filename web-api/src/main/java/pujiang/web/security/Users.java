package pujiang.web.security;

import io.swagger.v3.oas.annotations.Operation;
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
import pujiang.app.security.Confirmations;
import pujiang.app.security.InitialPassword;
import pujiang.app.security.NewUser;
import pujiang.app.security.UserAdministration;
import pujiang.app.security.UserView;
import pujiang.participant.ParticipantId;
import pujiang.web.answer.Succeeds;
import pujiang.web.idempotency.Idempotent;

/** People come and go: their accounts, kept by a participant's admin for its colleagues and by the operator for all. */
@RestController
@RequestMapping("/api/v1/users")
public class Users {

    private final UserAdministration userAdministration;
    private final Confirmations confirmations;

    Users(UserAdministration userAdministration, Confirmations confirmations) {
        this.userAdministration = userAdministration;
        this.confirmations = confirmations;
    }

    @Operation(
            operationId = "openUser",
            summary = "Open a user account",
            description = "The same content again answers 200, other content is refused. Without a participant it is an"
                    + " account of the staff: only an operator opens it, for a person on record without an"
                    + " account, and another member of the staff confirms it before its first sign-in. The initial"
                    + " password only allows to choose another one at the first sign-in, within seven days.")
    @Succeeds(status = {200, 201})
    @Requires("users:manage")
    @PutMapping("/{username}")
    ResponseEntity<UserView> open(
            @PathVariable String username, @RequestBody NewUser user, Caller caller, HttpServletRequest request) {
        var fresh = userAdministration.open(username, user, caller, RequestSource.of(request));
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK)
                .body(userAdministration.get(username, caller));
    }

    @Operation(
            operationId = "listUsers",
            summary = "List users",
            description = "In the order of their names. The admin of a participant sees its own colleagues only.")
    @Requires("users:read")
    @GetMapping
    Page<UserView> list(
            @RequestParam(required = false) @Nullable ParticipantId participant, Paging paging, Caller caller) {
        var after = paging.after().map(List::getFirst).orElse("");
        var rows = userAdministration.list(participant, after, paging.rowsToRead(), caller);
        return paging.page(rows, user -> List.of(user.username()));
    }

    @Operation(
            operationId = "getUser",
            summary = "Read a user",
            description = "Its roles, its participant, and whether it is suspended.")
    @Requires("users:read")
    @GetMapping("/{username}")
    UserView one(@PathVariable String username, Caller caller) {
        return userAdministration.get(username, caller);
    }

    @Operation(
            operationId = "suspendUser",
            summary = "Suspend a user",
            description = "Every session and every token of the user ends at once.")
    @Requires("users:manage")
    @PostMapping("/{username}/suspension")
    ResponseEntity<UserView> suspend(@PathVariable String username, Caller caller, Idempotent once) {
        return once.run(() -> ResponseEntity.ok(userAdministration.suspend(username, caller)));
    }

    @Operation(
            operationId = "reinstateUser",
            summary = "Reinstate a suspended user",
            description = "The old password is valid again. Tokens must be issued anew.")
    @Requires("users:manage")
    @PostMapping("/{username}/reinstatement")
    ResponseEntity<UserView> reinstate(@PathVariable String username, Caller caller, Idempotent once) {
        return once.run(() -> ResponseEntity.ok(userAdministration.reinstate(username, caller)));
    }

    @Operation(
            operationId = "confirmUser",
            summary = "Confirm an account of the staff or its new password",
            description =
                    "By another member of the staff than who opened the account or reset the password, and than the"
                        + " user. Until then nobody signs in with the account; after a reset, pending approvals of the"
                        + " user do not count.")
    @Requires("staff:confirm")
    @PostMapping("/{username}/confirmation")
    ResponseEntity<UserView> confirm(
            @PathVariable String username, @RequestBody Confirmed confirmed, Caller caller, Idempotent once) {
        return once.run(() -> ResponseEntity.ok(confirmations.confirm(username, confirmed.person(), caller)));
    }

    /** No Idempotency-Key, as for a token: an answer with a secret is kept nowhere, and asking again makes another. */
    @Operation(
            operationId = "resetPassword",
            summary = "Reset the password of a user",
            description =
                    "The exchange makes a new password and shows it this once. Every session and token of the user"
                            + " ends at once. The password only allows to choose another one, within 24 hours. Asking"
                            + " again makes another, and the one before is void.")
    @Requires("users:manage")
    @PostMapping("/{username}/password-reset")
    ResponseEntity<InitialPassword> resetPassword(
            @PathVariable String username, Caller caller, HttpServletRequest request) {
        var made = userAdministration.resetPassword(username, caller, RequestSource.of(request));
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(made);
    }

    /** @param person whom the second person knows the user to be */
    record Confirmed(String person) {}
}
