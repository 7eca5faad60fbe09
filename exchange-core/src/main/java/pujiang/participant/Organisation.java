package pujiang.participant;

import java.time.LocalDate;
import java.util.List;
import pujiang.compliance.Assessments;
import pujiang.compliance.BuyerFacts;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.SellerFacts;
import pujiang.refusal.Invalid;
import pujiang.refusal.Names;
import pujiang.refusal.Texts;

/**
 * The legal identity of a participant.
 *
 * @param seat the place of establishment; a credit code exists in the mainland only, elsewhere an LEI is required
 */
public record Organisation(String name, Registration registration, Jurisdiction seat) {

    private static final int LONGEST_NAME = 200;

    public Organisation {
        Texts.check("organisation.name", name, LONGEST_NAME);
        switch (registration) {
            case CreditCode _
            when seat != Jurisdiction.MAINLAND ->
                throw Invalid.at(
                        "organisation.registration.lei", "field.required", "must be given outside the mainland");
            case Lei _
            when seat == Jurisdiction.MAINLAND ->
                throw Invalid.at(
                        "organisation.registration.creditCode", "field.required", "must be given in the mainland");
            case CreditCode _, Lei _ -> {}
        }
    }

    /** Applies to the moment of entry, not to the value: names from before this check are still read. */
    void mustBeSeen() {
        Names.check("organisation.name", name);
    }

    /** The facts for the rules on a day: statements that need no proof, assessments, and the exchange's own facts. */
    public FactSheet facts(FactSheet statement, Assessments assessments, boolean verified, LocalDate on) {
        var heard = FactProvenance.heard(statement);
        var asBuyer = heard.only(List.of("buyer")).from(FactSource.BUYER);
        return heard.from(FactSource.VENDOR)
                .and(asBuyer)
                .and(assessments.facts(on))
                .and(facts(verified));
    }

    /** The exchange's own facts, depending on whether it has checked the documents (DSL art. 33). */
    public FactSheet facts(boolean verified) {
        return FactSheet.empty()
                .with(SellerFacts.IDENTITY_VERIFIED, verified)
                .with(BuyerFacts.IDENTITY_VERIFIED, verified)
                .with(BuyerFacts.LOCATION, BuyerFacts.Location.valueOf(seat.name()));
    }
}
