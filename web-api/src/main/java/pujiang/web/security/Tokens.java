package pujiang.web.security;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.security.AccountRefusal;
import pujiang.app.security.Accounts;
import pujiang.app.security.Caller;
import pujiang.app.security.IssuedToken;
import pujiang.app.security.UserBoard.Token;
import pujiang.refusal.Refused;
import pujiang.web.answer.Succeeds;

/** Tokens for programs. */
@RestController
@RequestMapping("/api/v1")
public class Tokens {

    private final Accounts accounts;
    private final PasswordSignIn passwordSignIn;

    Tokens(Accounts accounts, PasswordSignIn passwordSignIn) {
        this.accounts = accounts;
        this.passwordSignIn = passwordSignIn;
    }

    @Operation(
            operationId = "issueToken",
            summary = "Exchange a password for a token",
            description = "Asking again issues another token. Each failure slows down the next attempt. A user with an"
                    + " initial password gives a new password as next.")
    @Succeeds(status = 201)
    @PublicEndpoint
    @PostMapping("/tokens")
    ResponseEntity<IssuedToken> issue(@RequestBody SignIn request, HttpServletRequest http) {
        var authenticatedUser = passwordSignIn
                .enter(request.username(), request.password(), request.next(), RequestSource.of(http), http)
                .orElseThrow(() -> new Refused(new AccountRefusal.SignInFailed()));
        var token = accounts.issue(authenticatedUser, request.name(), Duration.ofDays(request.days()));
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + token.id()))
                .header("Cache-Control", "no-store")
                .body(token);
    }

    @Operation(
            operationId = "listTokens",
            summary = "List the caller's own tokens",
            description = "Those that are valid, the oldest first. Without the secrets.")
    @Requires("self:manage")
    @GetMapping("/tokens")
    PlainPage<Token> own(Caller caller, Paging paging) {
        return accounts.tokens(caller.username(), paging);
    }

    @Operation(
            operationId = "revokeToken",
            summary = "Revoke one of the caller's own tokens",
            description = "It is invalid at once.")
    @Succeeds(status = 204)
    @Requires("self:manage")
    @DeleteMapping("/tokens/{id}")
    ResponseEntity<Void> revoke(@PathVariable String id, Caller caller) {
        if (!accounts.revoke(caller.username(), id)) throw new Refused(new NotFound("/api/v1/tokens/" + id));
        return ResponseEntity.noContent().build();
    }

    /**
     * A password to be exchanged for a token.
     *
     * @param days how long the token lives, 1 to 90
     * @param next where somebody else made the password, who opened the account or reset it: the user's own that replaces
     *     it from now on
     */
    record SignIn(String username, String password, String name, int days, @Nullable String next) {

        /** A password is not for logs. */
        @Override
        public String toString() {
            return "SignIn[" + username + "]";
        }
    }
}
