package pujiang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.calendar.Shanghai;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.Trait;
import pujiang.compliance.Traits;
import pujiang.listing.ListingCommand.PublishListing;
import pujiang.listing.ListingCommand.ReviseListing;
import pujiang.listing.ListingId;
import pujiang.listing.Offer;
import pujiang.listing.PricePlan;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.obligation.Duty;
import pujiang.participant.Jurisdiction;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.refusal.Amounts;
import pujiang.refusal.Days;
import pujiang.refusal.Invalid;
import pujiang.refusal.Numbers;
import pujiang.refusal.Texts;
import pujiang.trade.ExportShare;

/** What enters is bounded; what was stored before there were bounds is still read, and all arithmetic bears it. */
class BoundsTest {

    private static final ListingId LISTING = new ListingId("listing");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
        product.subjectCount,          100000000000, 100000000001
        product.subjectCount,          0,            9223372036854775807
        seller.piSubjectsHeld,         100000000000, 9007199254740991
        export.ytdNonSensitive,        9007199254740991, 9007199254740992
        seller.lastRiskReportYear,     1900,         1899
        seller.lastRiskReportYear,     2199,         2200
        product.minSubjectAge,         1000000,      1000001
        incident.hoursKnown,           0,            9223372036854775807
        """)
    void aNumberOfAFactEntersWithinItsRange(String fact, long within, long beyond) {
        assertThatCode(() -> FactSheet.of(Map.of(fact, within)).mustBeInRange("facts"))
                .doesNotThrowAnyException();
        var read = FactSheet.of(Map.of(fact, beyond));
        assertThat(read.stated()).containsEntry(fact, beyond);
        assertThatThrownBy(() -> read.mustBeInRange("facts")).isInstanceOfSatisfying(Invalid.class, invalid -> {
            assertThat(invalid.steps()).containsExactly("facts", fact);
            assertThat(invalid.code()).isEqualTo("number.out-of-range");
            assertThat(invalid.required()).contains("..");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01, true",
        "2199-12-31, true",
        "1899-12-31, false",
        "2200-01-01, false",
        "+999999999-12-31, false"
    })
    void aDayOfAPaperEntersWithinTheCalendar(LocalDate day, boolean passes) {
        var facts = FactSheet.of(Map.of("product.certValidUntil", day.toString()));
        if (passes) facts.mustBeInRange("");
        else assertThatThrownBy(() -> facts.mustBeInRange("")).hasMessageContaining("2199-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 2199-12-31, ''",
        "1000000000000.00, 2026-12-31, ''",
        "1000000000000.01, 2026-12-31, terms.price.amount",
        "999999999999999.99, 2026-12-31, terms.price.amount",
        "1.00, +999999999-12-31, terms.until",
        "1.00, 2200-01-01, terms.until",
        "1.00, -999999999-01-01, terms.until",
    })
    void termsEnterWithinBoundsAndAreReadBeyondThem(String price, LocalDate until, String refusedAt) {
        var terms = terms(price, until);
        var offer = new Offer(new ProductId("product"), new ParticipantId("vendor"), terms);
        if (refusedAt.isEmpty()) {
            assertThat(new PublishListing(LISTING, offer, FactSheet.empty()).offer())
                    .isEqualTo(offer);
            return;
        }
        assertThatThrownBy(() -> new PublishListing(LISTING, offer, FactSheet.empty()))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.path()).isEqualTo(refusedAt));
        assertThatThrownBy(() -> new ReviseListing(LISTING, 1, terms, FactSheet.empty()))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.path()).isEqualTo(refusedAt));
    }

    /** The listing that once stopped the follower of obligations. */
    @Test
    void theEndOfADayBeyondTheCalendarIsTheEndOfTheCalendar() {
        var end = LocalDate.of(2200, 1, 1).atStartOfDay(Shanghai.ZONE).toInstant();
        assertThat(Duty.endOf(LocalDate.MAX)).isEqualTo(end);
        assertThat(Duty.endOf(LocalDate.of(2199, 12, 31))).isEqualTo(end);
        assertThat(Duty.endOf(LocalDate.MIN)).isBefore(Instant.EPOCH);
        assertThat(Duty.endOf(LocalDate.of(2026, 12, 31))).isEqualTo("2026-12-31T16:00:00Z");
    }

    @Test
    void aCountOfPersonsFromBeforeThereWereBoundsCountsAsTheMost() {
        var many = FactSheet.of(Map.of("product.subjectCount", Long.MAX_VALUE));
        var abroad = Traits.of(Trait.PERSONAL_INFORMATION, Trait.CROSSES_THE_BORDER);
        assertThat(ExportShare.of(many, abroad).map(ExportShare::persons))
                .isEqualTo(Optional.of(ProductFacts.MOST_SUBJECTS));
        assertThat(Math.addExact(ProductFacts.MOST_SUBJECTS, 92_000_000 * ProductFacts.MOST_SUBJECTS))
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01T00:00:00Z, true",
        "2199-12-31T23:59:59.999999999Z, true",
        "1899-12-31T23:59:59Z, false",
        "2200-01-01T00:00:00Z, false",
        "+1000000000-12-31T23:59:59.999999999Z, false",
        "-1000000000-01-01T00:00:00Z, false",
    })
    void anInstantEntersWithinTheCalendar(Instant at, boolean passes) {
        if (passes) Days.check("since", at);
        else assertThatThrownBy(() -> Days.check("since", at)).isInstanceOf(Invalid.class);
    }

    @Test
    void amountsNumbersAndTextsHaveEnds() {
        assertThatThrownBy(() -> Amounts.check("amount", Money.parse("CNY -1000000000000.01")))
                .hasMessageContaining("1000000000000.00");
        assertThatThrownBy(() -> Numbers.check("rows", -1, 0, Numbers.LARGEST)).hasMessageContaining("0");
        assertThatThrownBy(() -> Texts.check("name", "half \ud83d pair", 200)).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> Texts.check("name", "nul \0", 200)).hasMessageContaining("control");
        assertThatCode(() -> Texts.check("name", "😀".repeat(200), 200)).doesNotThrowAnyException();
    }

    private static Terms terms(String price, LocalDate until) {
        return new Terms(
                PricePlan.of(Money.parse("CNY " + price)),
                Set.of(Purpose.RESEARCH),
                Set.of(Jurisdiction.MAINLAND),
                30,
                until);
    }
}
