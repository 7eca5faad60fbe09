package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.Finding;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Provisions;
import pujiang.compliance.Traits;
import pujiang.compliance.Verdict;
import pujiang.listing.ListingId;
import pujiang.listing.Offer;
import pujiang.listing.PricePlan;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.obligation.Duty;
import pujiang.obligation.ObligationsFromDecision;
import pujiang.obligation.ObligationsFromDelivery;
import pujiang.obligation.ResponsibleParty.Side;
import pujiang.participant.Jurisdiction;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.Agreement;
import pujiang.trade.DeclaredUse;
import pujiang.trade.TradeId;

class DutiesTest {

    private static final Provisions LAW = new StandingProvisions(RuleBook::ownNumbers);
    private static final TradeId TRADE = new TradeId("pm25-trade");
    /** 00:30 of 23 November in Shanghai. */
    private static final Instant DELIVERED = Instant.parse("2026-11-22T16:30:00Z");

    private static final Map<String, Object> PLAIN =
            Map.of("product.deidStatus", "NOT_PI", "product.grade", "GENERAL", "product.sourceType", "SELF_GENERATED");
    private static final Map<String, Object> PERSONAL =
            Map.of("product.deidStatus", "DE_IDENTIFIED", "product.minSubjectAge", 16);
    private static final Map<String, Object> IMPORTANT = Map.of(
            "product.deidStatus", "NOT_PI", "product.grade", "IMPORTANT", "product.sourceType", "PUBLIC_AUTHORISED");

    @Test
    void whatTheContractAloneAsksForIsOneDutyUntilTheLastDayOfTheTerm() {
        var contract = standing(PLAIN, 365);
        assertThat(contract).map(DutiesTest::told).containsExactly("DELETION CC-509 BUYER 2027-11-23");
        assertThat(contract.getFirst().remedy().en())
                .contains("agreed purpose", "do not provide it to others", "delete the data");
        assertThat(standing(PLAIN, 1).getFirst().due()).isEqualTo(Instant.parse("2026-11-24T16:00:00Z"));
    }

    @Test
    void personalInformationIsDeletedByItsOwnLawAndMinorsAreAuditedByTheEndOfJanuary() {
        assertThat(standing(PERSONAL, 30))
                .map(DutiesTest::told)
                .containsExactly(
                        "DELETION PIPL-47 BUYER 2026-12-23",
                        "AGREED_USE PIPL-23-2 BUYER 2026-12-23",
                        "ONWARD_TRANSFER PIPL-23-1 BUYER 2026-12-23",
                        "YEARLY MINOR-37-1 VENDOR 2027-01-31",
                        "YEARLY MINOR-37-1 BUYER 2027-01-31");
    }

    @Test
    void whatNobodyKnowsToBeAnonymousIsPersonal() {
        assertThat(standing(Map.of("product.deidStatus", "ANONYMISED_CLAIMED"), 30)
                        .getFirst()
                        .rule())
                .isEqualTo("PIPL-47");
    }

    @Test
    void importantDataIsAssessedEveryYearByBothAndPublicDataDisclosedByTheEndOfMarch() {
        assertThat(standing(IMPORTANT, 365))
                .map(DutiesTest::told)
                .containsExactly(
                        "DELETION CC-509 BUYER 2027-11-23",
                        "AGREED_USE NDSR-12 BUYER 2027-11-23",
                        "ONWARD_TRANSFER NDSR-31-1 BUYER 2027-11-23",
                        "YEARLY NDSR-33-1 VENDOR 2027-01-31",
                        "YEARLY NDSR-33-1 BUYER 2027-01-31",
                        "YEARLY PDAO-1 VENDOR 2027-03-31");
    }

    @Test
    void aYearlyDutyReturnsUntilTheYearInWhichUseEndedIsReportedOn() {
        var first = standing(IMPORTANT, 365).get(3);
        var second = ObligationsFromDelivery.following(first).orElseThrow();

        assertThat(told(second)).isEqualTo("YEARLY NDSR-33-1 VENDOR 2028-01-31");
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(ObligationsFromDelivery.following(second)).isEmpty();
        assertThat(ObligationsFromDelivery.following(standing(PLAIN, 365).getFirst()))
                .isEmpty();
    }

    @Test
    void aVendorOwesTheYearlyReportOnceForAListingHoweverOftenItIsSold() {
        var other = ObligationsFromDelivery.of(
                new TradeId("pm25-trade-2"), agreement(365), LAW, traits(IMPORTANT), "receipt 2", DELIVERED);

        assertThat(other.get(3).id()).isEqualTo(standing(IMPORTANT, 365).get(3).id());
        assertThat(other.get(0).id())
                .isNotEqualTo(standing(IMPORTANT, 365).get(0).id());
    }

    @Test
    void theBuyerOfAnUndoneTradeDeletesWithinTenDays() {
        assertThat(told(ObligationsFromDelivery.ofRescission(TRADE, agreement(365), LAW, DELIVERED)))
                .isEqualTo("DELETION CC-566 BUYER 2026-12-03");
    }

    /** Of the program's own book; a rule that names a buyer where there is none yet is borne by who offers the data. */
    @ParameterizedTest
    @CsvSource({
        "PIPL-17-1, VENDOR, VENDOR",
        "PIPL-24-1, BUYER, VENDOR",
        "DSL-33-3, EXCHANGE, EXCHANGE",
        "PDRR-1, VENDOR, VENDOR"
    })
    void aDecisionsObligationIsOwedByWhomItsRuleNames(String rule, Side ofTrade, Side ofListing) {
        var decision = new Decision(
                Verdict.ALLOW_WITH_OBLIGATIONS,
                Gate.ORDER,
                LocalDate.of(2026, 11, 23),
                List.of(finding(rule, Outcome.OBLIGATION), finding("PIPL-4-1", Outcome.NOTICE)),
                List.of(),
                "sha-256:rules",
                FactSheet.empty(),
                Traits.NONE);
        var agreement = agreement(365);
        var offer = new Offer(agreement.product(), agreement.vendor(), agreement.terms());

        assertThat(ObligationsFromDecision.of(TRADE, agreement, decision, DELIVERED))
                .map(DutiesTest::told)
                .containsExactly("BEFORE_DELIVERY %s %s 2026-11-23".formatted(rule, ofTrade));
        assertThat(ObligationsFromDecision.of(agreement.listing(), offer, decision))
                .map(duty -> duty.bearer().side())
                .containsExactly(ofListing);
    }

    @ParameterizedTest(name = "reported by {0}: {1}")
    @CsvSource({"BUYER, BUYER", "VENDOR, VENDOR", "EXCHANGE, VENDOR"})
    void anIncidentIsOwedForByTheSideThatHasReportedItAsItsOwn(FactSource reporter, Side bearer) {
        var reported = FactSheet.of(Map.of("incident.reported", false)).from(reporter);
        var decision = new Decision(
                Verdict.ALLOW_WITH_OBLIGATIONS,
                Gate.POST,
                LocalDate.of(2026, 11, 23),
                List.of(finding("PIPL-57-1", Outcome.OBLIGATION)),
                List.of(),
                "sha-256:rules",
                reported,
                Traits.NONE);

        assertThat(ObligationsFromDecision.after(TRADE, agreement(365), decision))
                .map(duty -> duty.bearer().side())
                .containsExactly(bearer);
    }

    private static List<Duty> standing(Map<String, Object> facts, int days) {
        return ObligationsFromDelivery.of(TRADE, agreement(days), LAW, traits(facts), "receipt 1", DELIVERED);
    }

    private static Traits traits(Map<String, Object> facts) {
        return Meanings.of(new ProposedExchange(Gate.DELIVERY, LocalDate.of(2026, 11, 23), FactSheet.of(facts)));
    }

    private static String told(Duty duty) {
        return "%s %s %s %s".formatted(duty.kind(), duty.rule(), duty.bearer().side(), duty.lastDay());
    }

    private static Finding finding(String rule, Outcome outcome) {
        var words = new Bilingual("规则", "a rule");
        var bearer = Cases.LAW.book().rule(rule).bearer();
        return new Finding(rule, outcome, words, words, "1", LocalDate.of(2021, 1, 1), null, List.of(), words, bearer);
    }

    private static Agreement agreement(int days) {
        var terms = new Terms(
                PricePlan.of(Money.parse("CNY 100.00")),
                Set.of(Purpose.RESEARCH),
                Set.of(Jurisdiction.MAINLAND),
                days,
                LocalDate.of(2027, 12, 31));
        return new Agreement(
                new ListingId("pm25-offer"),
                1,
                new ProductId("pm25-hourly"),
                new ParticipantId("delta-air"),
                new ParticipantId("lake-labs"),
                terms,
                new DeclaredUse(Purpose.RESEARCH, "air study"),
                LocalDate.of(2026, 11, 22));
    }
}
