package pujiang.web.recall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.paging.Paging;
import pujiang.app.recall.RecallBoard;
import pujiang.app.recall.RecallSearch;
import pujiang.app.recall.RecallUseCases;
import pujiang.app.recall.RecallView;
import pujiang.app.security.Caller;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.recall.Occurrence;
import pujiang.recall.Occurrence.Kind;
import pujiang.recall.RecallId;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Badge;
import pujiang.web.page.Field;
import pujiang.web.page.Field.Choice;
import pujiang.web.page.Form;
import pujiang.web.page.Listed;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.page.StateFilter;
import pujiang.web.security.Requires;

/** The recalls that the caller may see, and the form that files one. */
@PageController
class RecallsPage {

    private final RecallBoard board;
    private final RecallUseCases useCases;

    RecallsPage(RecallBoard board, RecallUseCases useCases) {
        this.board = board;
        this.useCases = useCases;
    }

    record Row(RecallView recall, Badge badge, String subject) {}

    record Model(Listed<Row> list, StateFilter filter, List<Form> forms) {}

    @Requires("recall:read")
    @GetMapping("/recalls")
    ModelAndView list(@RequestParam @Nullable String state, Paging paging, Caller caller, PageRequest visit) {
        var chosen = state == null || state.isEmpty() ? null : state;
        var search = new RecallSearch(caller.participant(), chosen);
        var after = paging.after().map(RecallSearch.Place::of);
        var rows = board.list(search, after, paging.rowsToRead());
        var page = paging.page(rows, RecallSearch.Place::of);
        var model = new Model(
                visit.listed(page, paging, RecallsPage::row),
                StateFilter.of(RecallSearch.STATES, chosen),
                forms(caller, visit));
        return visit.page("recall/recalls", "/recalls", model);
    }

    @Requires("recall:file")
    @PostMapping("/recalls/filing")
    ModelAndView file(
            @RequestParam RecallId recall,
            @RequestParam Kind kind,
            @RequestParam String subject,
            @RequestParam String reason,
            @RequestParam String evidence,
            Paging paging,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.file(recall, occurrence(kind, subject, reason, evidence), caller);
        return visit.submit(
                RecallFormActions.RECALL, once, "/recalls/" + recall, deed, () -> list(null, paging, caller, visit));
    }

    private static Occurrence occurrence(Kind kind, String subject, String reason, String evidence) {
        return switch (kind) {
            case CONSENT_WITHDRAWN, LICENCE_LAPSED ->
                new Occurrence(kind, new ProductId(subject), null, null, reason, evidence);
            case PARTY_DISQUALIFIED -> new Occurrence(kind, null, new ParticipantId(subject), null, reason, evidence);
            case LAW_CHANGED -> new Occurrence(kind, null, null, subject, reason, evidence);
        };
    }

    private static List<Form> forms(Caller caller, PageRequest visit) {
        var forms = new ArrayList<Form>();
        if (!caller.may("recall:file")) return forms;
        var kinds = Arrays.stream(Kind.values())
                .filter(kind -> caller.staff() || kind == Kind.CONSENT_WITHDRAWN || kind == Kind.LICENCE_LAPSED)
                .map(kind -> new Choice(kind.name(), visit.reader().word(key(kind))))
                .toList();
        forms.add(visit.form(
                RecallFormActions.RECALL,
                "/recalls",
                Field.hidden("recall", visit.fresh()),
                Field.choice("kind", kinds),
                Field.line("subject"),
                Field.area("reason"),
                Field.line("evidence")));
        return forms;
    }

    private static String key(Kind kind) {
        return "occurrence." + kind;
    }

    static Row row(RecallView recall) {
        return new Row(recall, RecallPage.badge(recall), recall.occurrence().subject());
    }
}
