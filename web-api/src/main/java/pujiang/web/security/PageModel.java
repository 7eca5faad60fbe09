package pujiang.web.security;

import org.apache.shiro.SecurityUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows of who is signed in. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    @ModelAttribute("csrf")
    @Nullable
    String csrf() {
        return Csrf.token(SecurityUtils.getSubject());
    }

    @ModelAttribute("caller")
    @Nullable
    String caller() {
        return Caller.current().map(Caller::username).orElse(null);
    }
}
