package pujiang.web.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.delivery.ContentBoard;
import pujiang.app.delivery.Downloads;
import pujiang.app.security.Caller;
import pujiang.app.trade.PaperView;
import pujiang.app.trade.TradeView;
import pujiang.app.watch.OpenAnswer;
import pujiang.app.watch.WatchBoard;
import pujiang.trade.Content;
import pujiang.trade.TradeCommand.Resolution;
import pujiang.web.page.Field.Choice;

/** What a caller can do to a trade as it stands. That it may is judged once more when it does. */
@Component
class TradeForms {

    private static final int MOST_CONTENTS = 50;

    private final ContentBoard contents;
    private final ReviewForms reviews;
    private final WatchBoard watch;
    private final IncidentForms incidents;
    private final Downloads downloads;
    private final RecipientForms recipients;

    TradeForms(
            ContentBoard contents,
            ReviewForms reviews,
            WatchBoard watch,
            IncidentForms incidents,
            Downloads downloads,
            RecipientForms recipients) {
        this.contents = contents;
        this.reviews = reviews;
        this.watch = watch;
        this.incidents = incidents;
        this.downloads = downloads;
        this.recipients = recipients;
    }

    List<Form> of(TradeView trade, Caller caller, Visit visit) {
        var forms = new ArrayList<Form>();
        if (caller.staff()) asStaff(trade, caller, visit, forms);
        if (caller.actsFor(trade.agreement().buyer())) asBuyer(trade, caller, visit, forms);
        if (mayDeliver(trade, caller)) asVendor(trade, caller, visit, forms);
        recipients.of(trade, caller, visit).ifPresent(forms::add);
        if (mayProvide(trade, caller)) forms.addAll(reviews.asParty(trade, caller, uploads(caller, visit), visit));
        forms.addAll(incidents.of(trade, caller, visit));
        return forms;
    }

    boolean mayDeliver(TradeView trade, Caller caller) {
        return caller.actsFor(trade.agreement().vendor())
                && caller.may("trade:deliver")
                && trade.state().equals("agreed");
    }

    /** Whether documents can be asked of the caller's side. */
    boolean mayProvide(TradeView trade, Caller caller) {
        return !caller.staff() && caller.may("document:provide") && held(trade);
    }

    /** Null unless the caller decides this review, and the document is still asked for. */
    @Nullable
    Form withdrawal(TradeView trade, PaperView paper, Caller caller, Visit visit) {
        var decides = held(trade) && caller.may("review:decide") && reviews.open(trade, caller);
        if (!decides || !paper.open()) return null;
        var address = address(trade) + "/document-requests/" + paper.number();
        return visit.form(Act.UNASK, address, Field.area("reason"));
    }

    static boolean held(TradeView trade) {
        return trade.state().equals("requested") || trade.state().equals("delivery-held");
    }

    private void asStaff(TradeView trade, Caller caller, Visit visit, List<Form> forms) {
        if (held(trade) && caller.may("review:decide")) forms.addAll(reviews.asOfficer(trade, caller, visit));
        if (caller.may("review:decide")) {
            watch.open(trade.id()).ifPresent(open -> forms.add(settle(open, trade, visit)));
        }
        if (trade.state().equals("disputed") && caller.may("dispute:resolve")) {
            forms.add(resolve(Act.REFUND, Resolution.REFUND_BUYER, trade, visit));
            forms.add(resolve(Act.PAY, Resolution.PAY_VENDOR, trade, visit));
        }
    }

    /** It says which answer was read, so that nobody resolves what has come since. */
    private static Form settle(OpenAnswer open, TradeView trade, Visit visit) {
        return visit.form(
                Act.SETTLE,
                address(trade) + "/afterwards",
                Field.hidden("decision", open.decision().digest()),
                Field.area("ground"),
                Field.line("evidence"));
    }

    private static Form resolve(Act act, Resolution resolution, TradeView trade, Visit visit) {
        return visit.form(act, address(trade), Field.hidden("resolution", resolution), Field.area("ground"));
    }

    private void asBuyer(TradeView trade, Caller caller, Visit visit, List<Form> forms) {
        var delivered = trade.state().equals("delivered");
        if (caller.may("trade:download") && downloads.isFetchable(trade.id())) {
            forms.add(visit.form(Act.DOWNLOAD, address(trade)));
        }
        if (delivered && caller.may("trade:accept")) {
            forms.add(visit.form(Act.DISPUTE, address(trade), Field.area("reason")));
        }
        if (held(trade) && caller.may("trade:order")) state(trade, visit, forms);
        var open = trade.state().equals("requested") || trade.state().equals("agreed");
        if (open && caller.may("trade:order")) {
            forms.add(visit.form(Act.CANCEL, address(trade), Field.area("reason")));
        }
    }

    /** What the buyer has not said of its use yet: the law may wait for just that. */
    private static void state(TradeView trade, Visit visit, List<Form> forms) {
        var unsaid = UseFields.beyond(trade.agreement().use().facts(), visit.reader());
        if (!unsaid.isEmpty()) forms.add(visit.form(Act.STATE, address(trade), unsaid.toArray(Field[]::new)));
    }

    /** Whether the buyer may accept, on a page of its own: it pays. */
    static boolean mayAccept(TradeView trade, Caller caller) {
        return trade.state().equals("delivered")
                && caller.actsFor(trade.agreement().buyer())
                && caller.may("trade:accept");
    }

    private void asVendor(TradeView trade, Caller caller, Visit visit, List<Form> forms) {
        var choices = uploads(caller, visit);
        if (choices.isEmpty()) return;
        forms.add(visit.form(Act.DELIVER, address(trade), Field.choice("sha256", choices), Field.lineAtWill("name")));
    }

    private List<Choice> uploads(Caller caller, Visit visit) {
        return contents.of(caller.own(), MOST_CONTENTS).stream()
                .map(content -> new Choice(content.sha256(), told(content, visit.reader())))
                .toList();
    }

    private static String told(Content content, Reader reader) {
        return "%s · %s · %s"
                .formatted(reader.brief(content.sha256()), reader.size(content.size()), content.mediaType());
    }

    static String address(TradeView trade) {
        return "/trades/" + trade.id();
    }
}
