package pujiang.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pujiang.compliance.ProductFacts.DeidStatus;
import pujiang.compliance.ProductFacts.Grade;

class FactProvenanceTest {

    @Test
    void everyFactHasItsRow() {
        assertThat(FactDictionary.all())
                .hasSize(138)
                .allSatisfy(fact -> assertThat(FactProvenance.of(fact).at()).isNotEmpty());
        assertThat(FactProvenanceTable.all()).hasSameSizeAs(FactDictionary.all());
    }

    /** Otherwise it would be unknown for ever. */
    @Test
    void whatNeedsProofCanBeProven() {
        assertThat(FactProvenanceTable.all().stream().filter(FactProvenance::needsProof))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.at()).anyMatch(StatementChannel::evidenced));
    }

    @ParameterizedTest(name = "a claim of {0} = {1} is heard: {2}")
    @CsvSource(
            textBlock =
                    """
            product.deidStatus,           ANONYMISED_VERIFIED, false
            product.deidStatus,           ANONYMISED_CLAIMED,  true
            product.deidStatus,           IDENTIFIABLE,        true
            product.securityReviewPassed, true,                false
            product.securityReviewPassed, false,               true
            product.geoKind,              APPROVED_PUBLIC,     false
            product.geoKind,              SECRET_SURVEY,       true
            seller.creditLicence,         true,                false
            seller.lastPiAuditDate,       2026-01-01,          false
            seller.isCIIO,                NO,                  true
            pi.legalBasis,                OTHER_LAW,           false
            pi.legalBasis,                CONSENT,             true
            pi.legalBasis,                NONE,                true
            pi.separateConsentProvide,    true,                false
            pi.separateConsentProvide,    false,               true
            public.authValidUntil,        2029-12-31,          false
            """)
    void aPartysWordIsHeardUnlessTheLawAsksForProof(String fact, String value, boolean heard) {
        Object raw = value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;

        assertThat(FactProvenance.heard(FactSheet.of(Map.of(fact, raw)))
                        .stated()
                        .containsKey(fact))
                .isEqualTo(heard);
    }

    @Test
    void thatThereIsNoneNeedsNoProof() {
        var none = FactSheet.empty().withNone(SellerFacts.LAST_PI_AUDIT_DATE);

        assertThat(FactProvenance.heard(none)).isEqualTo(none);
    }

    @Test
    void theSourceStaysWithTheFactAndIsNoPartOfWhatIsSaid() {
        var ofVendor = FactSheet.empty().with(ProductFacts.GRADE, Grade.GENERAL).from(FactSource.VENDOR);
        var both = ofVendor.with(ProductFacts.STATE_SECRET, false).from(FactSource.EXCHANGE);
        var plain = FactSheet.empty().with(ProductFacts.GRADE, Grade.GENERAL).with(ProductFacts.STATE_SECRET, false);

        assertThat(both.sources()).hasToString("{VENDOR=[product.grade], EXCHANGE=[product.stateSecret]}");
        assertThat(both).isEqualTo(plain);
        assertThat(both.digest()).isEqualTo(plain.digest());
        assertThat(both.without(ProductFacts.GRADE).sources()).doesNotContainKey(FactSource.VENDOR);
        assertThat(both.with(ProductFacts.GRADE, Grade.CORE).sources()).doesNotContainKey(FactSource.VENDOR);
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void whatTheExchangeSaysOfItselfHoldsOverWhatAnybodyStates(Gate gate) {
        var exchange = new ExchangeStatement(12, 3, 3, false, false, true);
        var asked = FactSheet.of(Map.of("crypto.compliant", false, "product.deidStatus", "NOT_PI"));
        var decision = exchange.before(question -> new Decision(
                        Verdict.ALLOW, gate, question.on(), List.of(), List.of(), "", question.facts(), Traits.NONE))
                .review(new ProposedExchange(gate, LocalDate.of(2026, 11, 23), asked));

        assertThat(decision.facts().answer(ExchangeFacts.CRYPTO_COMPLIANT)).isEqualTo(new Answer.Known<>(true));
        assertThat(decision.facts().answer(ProductFacts.DEID_STATUS)).isEqualTo(new Answer.Known<>(DeidStatus.NOT_PI));
        assertThat(decision.facts().stated().containsKey("sde.settledAndCertified"))
                .isEqualTo(gate == Gate.POST);
        assertThat(exchange.facts(gate).stated().keySet()).allSatisfy(name -> assertThat(
                        FactProvenance.of(FactDictionary.named(name).orElseThrow())
                                .at())
                .containsExactly(StatementChannel.OWN));
    }
}
