package pujiang.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;
import pujiang.refusal.Refusal;
import pujiang.web.idempotency.Once;
import pujiang.web.problem.ProblemAnswers;
import pujiang.web.problem.ProblemAnswers.Told;
import pujiang.web.wiring.FreshIds;

/** One request for a page: who reads it in which language, and what became of the form that was sent with it. */
final class Visit {

    private final HttpServletRequest request;
    private final Reader reader;
    private final ProblemAnswers problems;
    private final FreshIds ids;
    private @Nullable Act refused;
    private @Nullable Told told;

    Visit(HttpServletRequest request, Reader reader, ProblemAnswers problems, FreshIds ids) {
        this.request = request;
        this.reader = reader;
        this.problems = problems;
        this.ids = ids;
    }

    Reader reader() {
        return reader;
    }

    /** @param address where the same page can be read again */
    ModelAndView page(String template, String address, Map<String, ?> model) {
        var page = new ModelAndView(template, model);
        page.addObject("reader", reader);
        page.addObject("told", told);
        page.addObject("done", Act.of(request.getParameter("done")).orElse(null));
        if (!request.getMethod().equals("GET")) page.addObject("here", address);
        if (told != null) page.setStatus(HttpStatusCode.valueOf(told.problem().status()));
        return page;
    }

    /**
     * Does what a form asks, once, and goes to the page that shows what came of it; or stays, with the refusal and all
     * that the reader wrote.
     *
     * @param thing the address of what is acted on
     * @param page that the form was on
     */
    ModelAndView submit(Act act, Once once, String thing, Runnable deed, Supplier<ModelAndView> page) {
        Supplier<String> target = () -> {
            once.run(() -> {
                deed.run();
                return ResponseEntity.noContent().build();
            });
            return thing + "?done=" + act.code();
        };
        return submit(act, target, page);
    }

    /**
     * As the other, for a deed that may be done again.
     *
     * @param deed returns where to go
     */
    ModelAndView submit(Act act, Supplier<String> deed, Supplier<ModelAndView> page) {
        return attempt(act, () -> seeOther(deed.get()), page);
    }

    /** Shows the first page, or where that is refused the second. */
    ModelAndView attempt(Act act, Supplier<ModelAndView> deed, Supplier<ModelAndView> page) {
        try {
            return deed.get();
        } catch (RuntimeException failure) {
            told = problems.told(failure, request).orElseThrow(() -> failure);
            refused = act;
            return page.get();
        }
    }

    /** What stands against a deed that was only asked about: told as a refusal would be, and none. */
    Told objection(Refusal refusal) {
        return problems.told(refusal, request);
    }

    private static ModelAndView seeOther(String target) {
        var redirect = new RedirectView(target);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }

    /** @param thing the address of what is acted on */
    Form form(Act act, String thing, Field... fields) {
        var kept = Arrays.stream(fields).map(field -> kept(act, field)).toList();
        return new Form(act, thing + "/" + act.path(), kept, ids.next().toString(), act == refused);
    }

    /** Where the reader has found the exchange, for commands to copy. */
    String exchange() {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }

    /** A new id. */
    String fresh() {
        return ids.next().toString();
    }

    /** What was sent under that name, if a form was just refused or asks for a preview. */
    String sent(String field) {
        return Objects.requireNonNullElse(request.getParameter(field), "");
    }

    /** The page that follows in a list, or null after the last. */
    @Nullable
    String next(@Nullable String cursor) {
        if (cursor == null) return null;
        var query = new StringJoiner("&", "?", "");
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("cursor") && !name.equals("lang")) query.add(encoded(name) + "=" + encoded(values[0]));
        });
        return request.getRequestURI() + query.add("cursor=" + encoded(cursor));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Field kept(Act act, Field field) {
        return act == refused && field.kind() != Field.Kind.HIDDEN ? field.holding(sent(field.name())) : field;
    }
}
