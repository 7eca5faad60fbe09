package pujiang.web.trade;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.decision.DecisionView;
import pujiang.app.product.ProductUseCases;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeAccess;
import pujiang.app.trade.TradeView;
import pujiang.compliance.FactSheet;
import pujiang.compliance.StatementChannel;
import pujiang.product.RecipientStatement;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.Unknown;
import pujiang.web.decision.UseFields;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;

/** What a vendor can state of this one buyer, where an officer must look because nobody has. */
@Component
final class RecipientForms implements TradeForms {

    private final TradeAccess access;
    private final ProductUseCases products;

    RecipientForms(TradeAccess access, ProductUseCases products) {
        this.access = access;
        this.products = products;
    }

    @Override
    public int rank() {
        return 70;
    }

    /** A field for each fact that is stated for one buyer and that the decision lacks, or the vendor may have to correct. */
    @Override
    public List<Form> of(TradeView trade, Caller caller, PageRequest visit) {
        var speaks = caller.actsFor(trade.agreement().vendor()) && caller.may("product:register");
        if (!speaks || !TradeForms.held(trade)) return List.of();
        var agreement = trade.agreement();
        var stated = products.stated(agreement.product(), agreement.buyer());
        var facts = UseFields.of(lacking(trade.decision()), stated, StatementChannel.RECIPIENT, visit.reader());
        if (facts.isEmpty()) return List.of();
        var fields = Stream.concat(facts.stream(), Stream.of(Field.line("evidence")));
        return List.of(
                visit.form(TradeFormActions.STATE_RECIPIENT, TradeForms.address(trade), fields.toArray(Field[]::new)));
    }

    /** What is not known, be it decisive by itself or to a rule that asks for an officer. */
    private static Set<String> lacking(DecisionView decision) {
        var lacking = new HashSet<>(decision.missing());
        decision.findings().stream()
                .flatMap(finding -> finding.conditions().stream())
                .filter(condition -> condition.observed() == null)
                .forEach(condition -> lacking.add(condition.fact()));
        return lacking;
    }

    /** @param said facts that the vendor states of the trade's buyer, beside or instead of those that it has stated before */
    void state(TradeId id, FactSheet said, String evidence, Caller caller) {
        var agreement = access.visible(id, caller).agreement();
        if (!caller.actsFor(agreement.vendor())) throw new Refused(new Unknown(id));
        if (said.stated().isEmpty()) throw Invalid.at("facts", "list.empty", "must state at least one fact");
        products.add(agreement.product(), agreement.buyer(), new RecipientStatement(said, evidence), caller);
    }
}
