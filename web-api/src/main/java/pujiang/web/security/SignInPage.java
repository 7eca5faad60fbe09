package pujiang.web.security;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import pujiang.app.security.AccountRefusal.AwaitsConfirmation;
import pujiang.app.security.AccountRefusal.PasswordInitial;
import pujiang.app.security.AccountRefusal.SignInsSlowed;
import pujiang.app.security.Source;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;

/** Signing in and out, for people. */
@Hidden
@Controller
class SignInPage {

    private static final int TOKEN_BYTES = 32;
    private static final int BROWSER_BYTES = 16;
    private static final Duration BROWSER_KNOWN = Duration.ofDays(180);

    private final PasswordSignIn passwordSignIn;
    private final SecureRandom random;

    SignInPage(PasswordSignIn passwordSignIn, SecureRandom random) {
        this.passwordSignIn = passwordSignIn;
        this.random = random;
    }

    @PublicEndpoint
    @GetMapping("/sign-in")
    String form(@RequestParam @Nullable String to, Model model) {
        model.addAttribute("to", ReturnPath.of(to).value());
        return "sign-in";
    }

    /**
     * Whatever session there was ends first, so that nobody can plant a session id before the sign-in.
     *
     * @param next where the password is an initial one, the user's own that replaces it
     */
    @PublicEndpoint
    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam @Nullable String next,
            @RequestParam @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var subject = SecurityUtils.getSubject();
        subject.logout();
        var back = ReturnPath.of(to).value();
        var source = RequestSource.of(request).named(() -> fresh(BROWSER_BYTES));
        try {
            var verified = passwordSignIn.enter(username, password, next, source, request);
            subject.login(verified.map(VerifiedLogin::new).orElseThrow(AuthenticationException::new));
        } catch (AuthenticationException _) {
            return again("failed", username, back, request);
        } catch (Invalid _) {
            return again("unfit", username, back, request);
        } catch (Refused refused) {
            return switch (refused.refusal()) {
                case PasswordInitial _ -> again("choose", username, back, request);
                case AwaitsConfirmation _ -> again("awaits", username, back, request);
                case SignInsSlowed slowed -> slowed(slowed, username, back, request, response);
                default -> throw refused;
            };
        }
        remember(source, request, response);
        subject.getSession().setAttribute(Csrf.FIELD, fresh(TOKEN_BYTES));
        var redirect = new RedirectView(back);
        // The address is the reader's, and braces in it are no variables of ours.
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }

    /** @param why it did not go on, as the page is told */
    private static ModelAndView again(String why, String username, String back, HttpServletRequest request) {
        PageModel.tell(request);
        return new ModelAndView("sign-in", Map.of(why, true, "username", username, "to", back));
    }

    private static ModelAndView slowed(
            SignInsSlowed slowed,
            String username,
            String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var page = again("slowed", username, back, request);
        page.addObject("seconds", slowed.seconds());
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(slowed.seconds()));
        return page;
    }

    /** Names the browser, so that strangers who guess from the same address do not slow whoever signs in with it. */
    private static void remember(Source source, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(RequestSource.COOKIE, Objects.requireNonNull(source.browser()))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/sign-in")
                .maxAge(BROWSER_KNOWN);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    @Requires("self:manage")
    @PostMapping("/sign-out")
    String signOut() {
        SecurityUtils.getSubject().logout();
        return "redirect:/sign-in";
    }

    private String fresh(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
