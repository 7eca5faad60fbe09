package pujiang.web.trade;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.security.Caller;
import pujiang.app.trade.ExceptionBoard;
import pujiang.app.trade.ExceptionView;
import pujiang.app.trade.TradeUseCases;
import pujiang.trade.TradeId;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Badge;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.product.DisplayNames;
import pujiang.web.security.Requires;

/** One exception, in force or not: who granted it and who took it back, when and why. */
@PageController
@RequestMapping("/exceptions/{trade}/{exception}")
class ExceptionPage {

    private final ExceptionBoard board;
    private final TradeUseCases useCases;
    private final DisplayNames displayNames;

    ExceptionPage(ExceptionBoard board, TradeUseCases useCases, DisplayNames displayNames) {
        this.board = board;
        this.useCases = useCases;
        this.displayNames = displayNames;
    }

    @Requires("review:decide")
    @GetMapping
    ModelAndView read(@PathVariable TradeId trade, @PathVariable long exception, PageRequest visit) {
        return show(trade, exception, visit);
    }

    @Requires("review:decide")
    @PostMapping("/revocation")
    ModelAndView revoke(
            @PathVariable TradeId trade,
            @PathVariable long exception,
            @RequestParam String ground,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.revoke(trade, exception, new TradeUseCases.Ground(ground), caller);
        return visit.submit(
                TradeFormActions.REVOKE, once, address(trade, exception), deed, () -> show(trade, exception, visit));
    }

    static String address(ExceptionView exception) {
        return address(exception.trade(), exception.sequence());
    }

    private static String address(TradeId trade, long exception) {
        return "/exceptions/%s/%d".formatted(trade, exception);
    }

    record Model(ExceptionView exception, Badge badge, String buyer, List<Form> forms) {}

    private ModelAndView show(TradeId trade, long number, PageRequest visit) {
        var exception = board.get(trade, number);
        var address = address(exception);
        var model = new Model(
                exception,
                TradeBadges.of(exception.state()),
                displayNames.of(exception.buyer()),
                exception.counts()
                        ? List.of(visit.form(TradeFormActions.REVOKE, address, Field.area("ground")))
                        : List.of());
        return visit.page("trade/exception", address, model);
    }
}
