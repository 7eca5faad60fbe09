package pujiang.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.refusal.Refusal;
import pujiang.refusal.RefusalTable;
import pujiang.refusal.Refused;
import pujiang.web.security.PublicEndpoint;

/** The meaning of each code, for readers of a problem's {@code type}. In both languages at once. */
@Hidden
@PublicEndpoint
@Controller
final class ProblemPages {

    /** One code, explained. */
    record Explained(String code, int status, boolean retry, Told english, Told chinese) {}

    record Told(String title, String detail, String action) {}

    @GetMapping("/problems")
    String all(Model model) {
        model.addAttribute("problems", explained());
        return "problems";
    }

    @GetMapping("/problems/{code}")
    String one(@PathVariable String code, Model model) {
        var problem =
                explained().stream().filter(each -> each.code().equals(code)).toList();
        if (problem.isEmpty()) throw new Refused(new NotFound("/problems/" + code));
        model.addAttribute("problems", problem);
        return "problems";
    }

    private static List<Explained> explained() {
        return Specimens.ofAll().stream().map(ProblemPages::explained).toList();
    }

    private static Explained explained(Refusal refusal) {
        return new Explained(
                refusal.code(),
                RefusalTable.of(refusal).status(),
                refusal.mayPassLater(),
                told(refusal.code(), Locale.ENGLISH),
                told(refusal.code(), Locale.CHINESE));
    }

    private static Told told(String code, Locale language) {
        var texts = ProblemTexts.in(language);
        return new Told(texts.title(code), texts.pattern(code), texts.action(code));
    }
}
