package pujiang.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;
import pujiang.app.command.Ids;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.request.Address;
import pujiang.refusal.Refusal;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.problem.ProblemAnswers;
import pujiang.web.problem.ProblemAnswers.Told;

/** One request for a page: who reads it in which language, and what became of the form that was sent with it. */
public final class PageRequest {

    /** Parameters that a link to the same list leaves out. */
    private static final Set<String> OF_ONE_READING = Set.of("cursor", "lang", "done");

    private final HttpServletRequest request;
    private final Localizer localizer;
    private final ProblemAnswers problems;
    private final Ids ids;
    private @Nullable FormAction refused;
    private @Nullable Told told;

    PageRequest(HttpServletRequest request, Localizer localizer, ProblemAnswers problems, Ids ids) {
        this.request = request;
        this.localizer = localizer;
        this.problems = problems;
        this.ids = ids;
    }

    public Localizer reader() {
        return localizer;
    }

    /**
     * @param address where the same page can be read again
     * @param model that the template knows as {@code page}
     */
    public ModelAndView page(String template, String address, Record model) {
        var page = new ModelAndView(template, "page", model);
        page.addObject("reader", localizer);
        page.addObject("begin", reads() ? list().toString() : address);
        page.addObject("told", told);
        page.addObject("done", done());
        if (!reads()) page.addObject("here", address);
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
    public ModelAndView submit(
            FormAction act, Idempotent once, String thing, Runnable deed, Supplier<ModelAndView> page) {
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
    public ModelAndView submit(FormAction act, Supplier<String> deed, Supplier<ModelAndView> page) {
        return attempt(act, () -> seeOther(deed.get()), page);
    }

    /** Shows the first page, or where that is refused the second. */
    public ModelAndView attempt(FormAction act, Supplier<ModelAndView> deed, Supplier<ModelAndView> page) {
        try {
            return deed.get();
        } catch (RuntimeException failure) {
            told = problems.told(failure, request).orElseThrow(() -> failure);
            refused = act;
            return page.get();
        }
    }

    /** Key of what was just done, if the address says so and there are words for it. */
    private @Nullable String done() {
        var done = "done." + request.getParameter("done");
        return localizer.says(done) ? done : null;
    }

    private boolean reads() {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** What stands against a deed that was only asked about: told as a refusal would be, and none. */
    public Told objection(Refusal refusal) {
        return problems.told(refusal, request);
    }

    public static ModelAndView seeOther(String target) {
        var redirect = new RedirectView(target);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }

    /** @param thing the address of what is acted on */
    public Form form(FormAction act, String thing, Field... fields) {
        var kept = Arrays.stream(fields).map(field -> kept(act, field)).toList();
        return new Form(act, thing + "/" + act.path(), kept, ids.next().toString(), act.equals(refused));
    }

    /** Where the reader has found the exchange, for commands to copy. */
    public String exchange() {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }

    /** A new id. */
    public String fresh() {
        return ids.next().toString();
    }

    /** What was sent under that name, if a form was just refused or asks for a preview. */
    public String sent(String field) {
        return Objects.requireNonNullElse(request.getParameter(field), "");
    }

    /** What a page shows of a part of a list. */
    public <T, R> Listed<R> listed(Page<T> part, Paging paging, Function<T, R> row) {
        return new Listed<>(
                part.items().stream().map(row).toList(), paging.after().isPresent(), next(part.next()));
    }

    private @Nullable String next(@Nullable String cursor) {
        return cursor == null ? null : list().with("cursor", cursor).toString();
    }

    /** The list that is read, from its beginning. */
    private Address list() {
        var address = Address.of(request.getRequestURI());
        request.getParameterMap().forEach((name, values) -> {
            if (!OF_ONE_READING.contains(name)) address.with(name, values[0]);
        });
        return address;
    }

    private Field kept(FormAction act, Field field) {
        return act.equals(refused) && field.kind() != Field.Kind.HIDDEN ? field.holding(sent(field.name())) : field;
    }
}
