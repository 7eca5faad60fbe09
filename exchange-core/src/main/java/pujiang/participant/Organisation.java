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
 * Who a participant is in law.
 *
 * @param seat where it is established; a credit code is given in the mainland only, elsewhere an LEI is asked for
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

    /** A guard for the moment of entry, not of the value: what was entered before there was one is still read. */
    void mustBeSeen() {
        Names.check("organisation.name", name);
    }

    /** What the law hears of it on a day: its word where that needs no proof, what assessors found, and the exchange. */
    public FactSheet facts(FactSheet statement, Assessments assessments, boolean verified, LocalDate on) {
        var heard = FactProvenance.heard(statement);
        var asBuyer = heard.only(List.of("buyer")).from(FactSource.BUYER);
        return heard.from(FactSource.VENDOR)
                .and(asBuyer)
                .and(assessments.facts(on))
                .and(facts(verified));
    }

    /** What the exchange itself knows of it once its papers have, or have not, been seen (DSL art. 33). */
    public FactSheet facts(boolean verified) {
        return FactSheet.empty()
                .with(SellerFacts.IDENTITY_VERIFIED, verified)
                .with(BuyerFacts.IDENTITY_VERIFIED, verified)
                .with(BuyerFacts.LOCATION, BuyerFacts.Location.valueOf(seat.name()));
    }
}
