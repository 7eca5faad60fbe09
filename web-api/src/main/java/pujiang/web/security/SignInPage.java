package pujiang.web.security;

import io.swagger.v3.oas.annotations.Hidden;
import java.security.SecureRandom;
import java.util.Base64;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    String form() {
        return "sign-in";
    }

    /** Whatever session there was ends first, so that nobody can plant a session id before the sign-in. */
    @Open
    @PostMapping("/sign-in")
    String signIn(@RequestParam String username, @RequestParam String password, Model model) {
        var subject = SecurityUtils.getSubject();
        subject.logout();
        try {
            subject.login(signIns.check(username, password).orElseThrow(AuthenticationException::new));
        } catch (AuthenticationException _) {
            model.addAttribute("failed", true);
            return "sign-in";
        }
        subject.getSession().setAttribute(Csrf.FIELD, freshToken());
        return "redirect:/";
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
