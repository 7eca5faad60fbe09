package pujiang.web.security;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.shiro.SecurityUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.request.RequestRefusal.Unauthenticated;
import pujiang.app.security.Accounts;
import pujiang.app.security.Caller;
import pujiang.app.security.Passwords;
import pujiang.refusal.Refused;
import pujiang.refusal.Texts;
import pujiang.web.answer.Succeeds;

/** The caller's own account and password. */
@RestController
@RequestMapping("/api/v1/me")
class OwnAccount {

    private final Accounts accounts;

    OwnAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Operation(
            operationId = "getMe",
            summary = "Read who the caller is",
            description = "The user name, the participant, and the roles.")
    @Requires("self:manage")
    @GetMapping
    Caller me(Caller caller) {
        return caller;
    }

    /** No Idempotency-Key: of a request with a password not even a digest is kept. */
    @Operation(
            operationId = "changePassword",
            summary = "Change the caller's own password",
            description =
                    "Ends every other session and token of the user. The one that is used for this request stays.")
    @Succeeds(status = 204)
    @Requires("self:manage")
    @PutMapping("/password")
    ResponseEntity<Void> change(@RequestBody PasswordChange change, HttpServletRequest request) {
        var subject = SecurityUtils.getSubject();
        var authenticatedUser = CurrentCaller.verified(subject);
        if (authenticatedUser == null) throw new Refused(new Unauthenticated());
        var from =
                accounts.changePassword(authenticatedUser, change.current(), change.next(), RequestSource.of(request));
        if (from.token() == null) subject.login(new VerifiedLogin(from));
        return ResponseEntity.noContent().build();
    }

    record PasswordChange(String current, String next) {

        PasswordChange {
            Texts.atMost("current", current, Passwords.LONGEST);
        }

        /** A password is not for logs. */
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }
}
