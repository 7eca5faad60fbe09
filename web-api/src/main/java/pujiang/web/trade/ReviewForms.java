package pujiang.web.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.app.trade.PaperView;
import pujiang.app.trade.ReviewBoard;
import pujiang.app.trade.ReviewView;
import pujiang.app.trade.TradeView;
import pujiang.trade.TradeParty;
import pujiang.trade.Waiver;
import pujiang.web.page.Field;
import pujiang.web.page.Field.Choice;
import pujiang.web.page.Form;
import pujiang.web.page.FormAction;
import pujiang.web.page.Localizer;
import pujiang.web.page.PageRequest;

/** Forms of an officer for a held trade. */
@Component
final class ReviewForms implements TradeForms {

    private final ReviewBoard reviews;

    ReviewForms(ReviewBoard reviews) {
        this.reviews = reviews;
    }

    @Override
    public int rank() {
        return 10;
    }

    /** To decide on what is shown here, to take the review on or give it back, and to ask either side. */
    @Override
    public List<Form> of(TradeView trade, Caller caller, PageRequest visit) {
        if (!TradeForms.held(trade) || !caller.staff() || !caller.may("review:decide")) return List.of();
        var forms = new ArrayList<Form>();
        reviews.find(trade.id()).ifPresent(review -> {
            var address = TradeForms.address(trade);
            forms.add(visit.form(
                    TradeFormActions.APPROVE,
                    address,
                    Field.hidden("decision", trade.decision().digest()),
                    Field.area("ground"),
                    Field.line("evidence"),
                    Field.choice("exception", scopes(visit.reader())),
                    Field.day("until")));
            forms.add(visit.form(TradeFormActions.REJECT, address, Field.area("reason")));
            forms.addAll(claim(review, caller, visit));
            if (review.claimedByAnother(caller.username())) return;
            forms.add(ask(TradeFormActions.ASK_VENDOR, TradeParty.VENDOR, trade, visit));
            forms.add(ask(TradeFormActions.ASK_BUYER, TradeParty.BUYER, trade, visit));
        });
        return forms;
    }

    /** Null unless the caller decides this review, and the document is still asked for. */
    @Nullable
    Form withdrawal(TradeView trade, PaperView paper, Caller caller, PageRequest visit) {
        var decides = TradeForms.held(trade) && caller.may("review:decide") && open(trade, caller);
        if (!decides || !paper.open()) return null;
        var address = TradeForms.address(trade) + "/document-requests/" + paper.number();
        return visit.form(TradeFormActions.UNASK, address, Field.area("reason"));
    }

    /** Whether this officer works on the review, or may. */
    private boolean open(TradeView trade, Caller caller) {
        return reviews.find(trade.id())
                .filter(review -> !review.claimedByAnother(caller.username()))
                .isPresent();
    }

    /** Most approvals are for the one decision and no more. */
    private static List<Choice> scopes(Localizer localizer) {
        var scopes =
                Arrays.stream(Waiver.Scope.values()).map(scope -> new Choice(scope.name(), localizer.word(key(scope))));
        return Stream.concat(Stream.of(new Choice("", localizer.word("scope.none"))), scopes)
                .toList();
    }

    private static String key(Waiver.Scope scope) {
        return "scope." + scope;
    }

    /** Nothing where another officer works on it. */
    static List<Form> claim(ReviewView review, Caller caller, PageRequest visit) {
        if (review.claimedByAnother(caller.username())) return List.of();
        var act = review.claimedBy(caller.username()) ? TradeFormActions.RELEASE : TradeFormActions.CLAIM;
        return List.of(visit.form(act, "/trades/" + review.trade()));
    }

    /** What the law asked about comes first. */
    private static Form ask(FormAction act, TradeParty tradeParty, TradeView trade, PageRequest visit) {
        var pressing = pressing(trade);
        var facts = tradeParty.evidences().stream()
                .sorted(Comparator.comparing(fact -> !pressing.contains(fact.name())))
                .map(fact -> new Choice(fact.name(), visit.reader().text(fact.words()) + " · " + fact.name()))
                .toList();
        return visit.form(
                act,
                TradeForms.address(trade),
                Field.hidden("side", tradeParty),
                Field.several("facts", facts),
                Field.area("wanted"));
    }

    private static Set<String> pressing(TradeView trade) {
        var decision = trade.decision();
        var seen = decision.findings().stream()
                .flatMap(finding -> finding.conditions().stream())
                .map(condition -> condition.fact());
        return new HashSet<>(Stream.concat(decision.missing().stream(), seen).toList());
    }
}
