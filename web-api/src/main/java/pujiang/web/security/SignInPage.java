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

/** Signing in and out, for people. */
@Hidden
@Controller
class SignInPage {

    private final SignIns signIns;
    private final SecureRandom random;

    SignInPage(SignIns signIns, SecureRandom random) {
        this.signIns = signIns;
        this.random = random;
    }

    @Open
    @GetMapping("/sign-in")
    String form(@RequestParam @Nullable String to, Model model) {
        model.addAttribute("to", ReturnPath.of(to).value());
        return "sign-in";
    }

    /** Whatever session there was ends first, so that nobody can plant a session id before the sign-in. */
    @Open
    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam @Nullable String to,
            HttpServletRequest request) {
        var subject = SecurityUtils.getSubject();
        subject.logout();
        var back = ReturnPath.of(to).value();
        try {
            subject.login(signIns.check(username, password).orElseThrow(AuthenticationException::new));
        } catch (AuthenticationException _) {
            PageModel.tell(request);
            return new ModelAndView("sign-in", Map.of("failed", true, "username", username, "to", back));
        }
        subject.getSession().setAttribute(Csrf.FIELD, freshToken());
        var redirect = new RedirectView(back);
        // The address is the reader's, and braces in it are no variables of ours.
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
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
