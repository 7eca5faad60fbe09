package pujiang.web.trade;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeUseCases;
import pujiang.app.trade.TradeUseCases.Approval;
import pujiang.app.trade.TradeUseCases.Reason;
import pujiang.app.trade.TradeUseCases.Ruling;
import pujiang.app.trade.TradeUseCases.Statement;
import pujiang.refusal.Invalid;
import pujiang.trade.RequestedEvidence;
import pujiang.trade.TradeCommand.Resolution;
import pujiang.trade.TradeId;
import pujiang.trade.TradeParty;
import pujiang.trade.Waiver;
import pujiang.web.decision.FactForm;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.FormAction;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.security.Requires;

/** One trade with its forms. Each form needs the permission of the request that a program would make. */
@PageController
@RequestMapping("/trades/{trade}")
class TradePage {

    private final TradePageModel sheet;
    private final TradeUseCases useCases;
    private final RecipientForms recipients;

    TradePage(TradePageModel sheet, TradeUseCases useCases, RecipientForms recipients) {
        this.sheet = sheet;
        this.useCases = useCases;
        this.recipients = recipients;
    }

    @Requires("trade:read")
    @GetMapping
    ModelAndView read(@PathVariable TradeId trade, Caller caller, PageRequest visit) {
        return sheet.show(trade, caller, visit);
    }

    @Requires("review:decide")
    @PostMapping("/approval")
    ModelAndView approve(
            @PathVariable TradeId trade,
            @RequestParam String decision,
            @RequestParam String ground,
            @RequestParam String evidence,
            @RequestParam Optional<Waiver.Scope> exception,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> until,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> {
            var wish = exception.map(scope -> new Waiver.Wish(scope, until.orElseThrow(TradePage::lastDayMissing)));
            useCases.approve(trade, new Approval(decision, ground, evidence, wish.orElse(null)), caller);
        };
        return act(TradeFormActions.APPROVE, trade, deed, caller, once, visit);
    }

    @Requires("review:decide")
    @PostMapping("/rejection")
    ModelAndView reject(
            @PathVariable TradeId trade,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return act(
                TradeFormActions.REJECT,
                trade,
                () -> useCases.reject(trade, new Reason(reason), caller),
                caller,
                once,
                visit);
    }

    @Requires("review:decide")
    @PostMapping("/claim")
    ModelAndView claim(@PathVariable TradeId trade, Caller caller, Idempotent once, PageRequest visit) {
        return act(TradeFormActions.CLAIM, trade, () -> useCases.claim(trade, caller), caller, once, visit);
    }

    @Requires("review:decide")
    @PostMapping("/release")
    ModelAndView release(@PathVariable TradeId trade, Caller caller, Idempotent once, PageRequest visit) {
        return act(TradeFormActions.RELEASE, trade, () -> useCases.release(trade, caller), caller, once, visit);
    }

    @Requires("review:decide")
    @PostMapping("/document-requests")
    ModelAndView request(
            @PathVariable TradeId trade,
            @RequestParam TradeParty side,
            @RequestParam(defaultValue = "") List<String> facts,
            @RequestParam String wanted,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        var act =
                switch (side) {
                    case VENDOR -> TradeFormActions.ASK_VENDOR;
                    case BUYER -> TradeFormActions.ASK_BUYER;
                };
        return act(
                act,
                trade,
                () -> useCases.request(trade, new RequestedEvidence(side, facts, wanted), caller),
                caller,
                once,
                visit);
    }

    @Requires("review:decide")
    @PostMapping("/document-requests/{number}/withdrawal")
    ModelAndView withdraw(
            @PathVariable TradeId trade,
            @PathVariable int number,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.withdraw(trade, number, new Reason(reason), caller);
        return act(TradeFormActions.UNASK, trade, deed, caller, once, visit);
    }

    @Requires("trade:order")
    @PostMapping("/cancellation")
    ModelAndView cancel(
            @PathVariable TradeId trade,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return act(
                TradeFormActions.CANCEL,
                trade,
                () -> useCases.cancel(trade, new Reason(reason), caller),
                caller,
                once,
                visit);
    }

    /** What accepting does, before it is done. */
    @Requires("trade:accept")
    @GetMapping("/acceptance")
    ModelAndView acceptance(@PathVariable TradeId trade, Caller caller, PageRequest visit) {
        return sheet.acceptance(trade, caller, visit);
    }

    @Requires("trade:accept")
    @PostMapping("/acceptance")
    ModelAndView accept(@PathVariable TradeId trade, Caller caller, Idempotent once, PageRequest visit) {
        return act(TradeFormActions.ACCEPT, trade, () -> useCases.accept(trade, caller), caller, once, visit);
    }

    @Requires("trade:order")
    @PostMapping("/use-statement")
    ModelAndView state(
            @PathVariable TradeId trade,
            @RequestParam Map<String, String> sent,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.stateUse(trade, new Statement(FactForm.facts(sent)), caller);
        return act(TradeFormActions.STATE, trade, deed, caller, once, visit);
    }

    /** What the vendor states of this buyer, as a program does at the product. */
    @Requires("product:register")
    @PostMapping("/recipient-statement")
    ModelAndView stateRecipient(
            @PathVariable TradeId trade,
            @RequestParam Map<String, String> sent,
            @RequestParam String evidence,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> recipients.state(trade, FactForm.facts(sent), evidence, caller);
        return act(TradeFormActions.STATE_RECIPIENT, trade, deed, caller, once, visit);
    }

    @Requires("trade:accept")
    @PostMapping("/dispute")
    ModelAndView dispute(
            @PathVariable TradeId trade,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return act(
                TradeFormActions.DISPUTE,
                trade,
                () -> useCases.dispute(trade, new Reason(reason), caller),
                caller,
                once,
                visit);
    }

    @Requires("dispute:resolve")
    @PostMapping("/resolution")
    ModelAndView resolve(
            @PathVariable TradeId trade,
            @RequestParam Resolution resolution,
            @RequestParam String ground,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        var act =
                switch (resolution) {
                    case REFUND_BUYER -> TradeFormActions.REFUND;
                    case PAY_VENDOR -> TradeFormActions.PAY;
                };
        return act(
                act, trade, () -> useCases.resolve(trade, new Ruling(resolution, ground), caller), caller, once, visit);
    }

    private static Invalid lastDayMissing() {
        return Invalid.at("until", "field.required", "must be given");
    }

    private ModelAndView act(
            FormAction act, TradeId trade, Runnable deed, Caller caller, Idempotent once, PageRequest visit) {
        return sheet.submit(act, trade, deed, caller, once, visit);
    }
}
