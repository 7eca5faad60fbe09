package pujiang.web.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.app.trade.PaperView;
import pujiang.app.trade.TradeAccess;
import pujiang.app.trade.TradeView;
import pujiang.compliance.FactDictionary;
import pujiang.web.decision.UseFields;
import pujiang.web.page.Field;
import pujiang.web.page.Field.Choice;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;
import pujiang.web.trade.TradeForms;

/** One form for each document that was requested from the caller's side and is still missing. */
@Component
final class DocumentForms implements TradeForms {

    private final TradeAccess access;
    private final UploadedFiles uploads;

    DocumentForms(TradeAccess access, UploadedFiles uploads) {
        this.access = access;
        this.uploads = uploads;
    }

    @Override
    public int rank() {
        return 80;
    }

    @Override
    public List<Form> of(TradeView trade, Caller caller, PageRequest visit) {
        if (!mayProvide(trade, caller)) return List.of();
        var contents = uploads.of(caller, visit.reader());
        return owed(trade, caller)
                .map(paper -> provide(trade, paper, contents, visit))
                .toList();
    }

    boolean owes(TradeView trade, Caller caller) {
        return mayProvide(trade, caller) && owed(trade, caller).findAny().isPresent();
    }

    private static boolean mayProvide(TradeView trade, Caller caller) {
        return !caller.staff() && caller.may("document:provide") && TradeForms.held(trade);
    }

    private Stream<PaperView> owed(TradeView trade, Caller caller) {
        return access.papers(trade.id(), caller).stream().filter(PaperView::open);
    }

    private static Form provide(TradeView trade, PaperView paper, List<Choice> contents, PageRequest visit) {
        var fields = new ArrayList<Field>();
        fields.add(Field.choice("document", contents));
        for (var proven : paper.facts()) {
            fields.add(UseFields.of(FactDictionary.named(proven.fact()).orElseThrow(), visit.reader()));
        }
        var address = TradeForms.address(trade) + "/document-requests/" + paper.number();
        return visit.form(DeliveryFormActions.PROVIDE, address, fields.toArray(Field[]::new));
    }
}
