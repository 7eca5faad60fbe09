package pujiang.web.security;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.web.security.AccountRefusal.PasswordInitial;

/** Signing in and out, for people. */
@Hidden
@Controller
class SignInPage {

    private final SignIns signIns;
    private final Accounts accounts;
    private final SecureRandom random;

    SignInPage(SignIns signIns, Accounts accounts, SecureRandom random) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.random = random;
    }

    @Open
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
    @Open
    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam @Nullable String next,
            @RequestParam @Nullable String to,
            HttpServletRequest request) {
        var subject = SecurityUtils.getSubject();
        subject.logout();
        var back = ReturnPath.of(to).value();
        try {
            var verified = next == null ? signIns.check(username, password) : accounts.choose(username, password, next);
            subject.login(verified.orElseThrow(AuthenticationException::new));
        } catch (AuthenticationException _) {
            return again("failed", username, back, request);
        } catch (Invalid _) {
            return again("unfit", username, back, request);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof PasswordInitial)) throw refused;
            return again("choose", username, back, request);
        }
        subject.getSession().setAttribute(Csrf.FIELD, freshToken());
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

    @Requires("self:manage")
    @PostMapping("/sign-out")
    String signOut() {
        SecurityUtils.getSubject().logout();
        return "redirect:/sign-in";
    }

    private String freshToken() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
