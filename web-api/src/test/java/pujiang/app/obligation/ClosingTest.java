package pujiang.app.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.command.Commands;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Finding;
import pujiang.compliance.Gate;
import pujiang.compliance.Obligor;
import pujiang.compliance.Outcome;
import pujiang.compliance.Traits;
import pujiang.compliance.Verdict;
import pujiang.listing.ListingEvent.ListingWithdrawn;
import pujiang.listing.ListingId;
import pujiang.listing.PricePlan;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.obligation.Duty;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.Evidence;
import pujiang.obligation.ObligationCommand.AcceptProof;
import pujiang.obligation.ObligationCommand.IncurObligation;
import pujiang.obligation.ObligationCommand.ProveObligation;
import pujiang.obligation.ObligationId;
import pujiang.obligation.ObligationSubject;
import pujiang.obligation.ResponsibleParty;
import pujiang.obligation.ResponsibleParty.Side;
import pujiang.participant.Jurisdiction;
import pujiang.participant.ParticipantEvent.ParticipantVerified;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.Agreement;
import pujiang.trade.DeclaredUse;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeId;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.web.ExchangeTest;

/** What closes a duty: what has opened it, or a proof. Nothing else does, whatever it is found to owe or not. */
@ExchangeTest
class ClosingTest {

    private static final Bilingual WORDS = new Bilingual("记录保存三年", "records are kept for three years");
    /** Asked at ORDER and POST of what holds personal information or is important. */
    private static final String RECORDS = "NDSR-12-2";

    @Autowired
    private ObligationProcess obligationProcess;

    @Autowired
    private ObligationOpener obligationOpener;

    @Autowired
    private ObligationBoard board;

    @Autowired
    private Commands commands;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Agreement agreement = agreement();

    @Test
    void oneTradesAnswerLeavesADutyOfTheExchangeThatAnotherTradeHasOpened() {
        var opener = new TradeId(fresh("close-trade"));
        var other = new TradeId(fresh("close-trade"));
        judged(opener, finding(RECORDS));

        judged(other, List.of());
        assertThat(state(exchanges(RECORDS))).isEqualTo("open");
        judged(other, finding(RECORDS));
        judged(opener, List.of());
        assertThat(state(exchanges(RECORDS))).as("the other finds it still").isEqualTo("open");
        judged(other, List.of());
        assertThat(state(exchanges(RECORDS))).isEqualTo("discharged");
    }

    @Test
    void anAdmissionLeavesADutyOfTheExchangeThatATradeHasOpenedAndAProofEndsItForAll() {
        var opener = new TradeId(fresh("close-trade"));
        judged(opener, finding(RECORDS));
        var newcomer = new ParticipantId(fresh("close-newcomer"));
        act(() -> obligationProcess.on(new ParticipantVerified(newcomer, "seen", decision(Gate.POST, List.of()))));
        assertThat(state(exchanges(RECORDS))).isEqualTo("open");

        var id = exchanges(RECORDS).id();
        act(() ->
                commands.send(new ProveObligation(id, new Evidence("kept for three years", null), "operator"), "test"));
        judged(new TradeId(fresh("close-trade")), List.of());
        assertThat(state(exchanges(RECORDS))).isEqualTo("proven");
        act(() -> commands.send(accepting(id), "test"));
        assertThat(state(exchanges(RECORDS))).isEqualTo("discharged");
    }

    static Stream<Arguments> kinds() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Arrays.stream(Event.values()).map(event -> Arguments.of(kind, event)));
    }

    /** What may happen around a duty of the buyer or vendor in one trade. */
    enum Event {
        OWN_ANSWER,
        OWN_END,
        ANOTHERS_ANSWER,
        ANOTHERS_END,
        LISTINGS_ANSWER,
        LISTING_WITHDRAWN,
        AN_ADMISSION,
        PROOF
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("kinds")
    void aDutyOfEachKindIsClosedByItsOwnTradeOrAProofOnly(Kind kind, Event event) {
        var trade = new TradeId(fresh("close-trade"));
        var duty = duty(kind, trade, "a decision");
        act(() -> commands.send(new IncurObligation(duty), "test"));

        happen(event, trade, duty);

        var closes =
                switch (event) {
                    case OWN_ANSWER -> kind == Kind.BEFORE_DELIVERY || kind == Kind.STANDING;
                    case OWN_END -> kind == Kind.BEFORE_DELIVERY;
                    case PROOF -> true;
                    case ANOTHERS_ANSWER, ANOTHERS_END, LISTINGS_ANSWER, LISTING_WITHDRAWN, AN_ADMISSION -> false;
                };
        assertThat(state(duty)).isEqualTo(closes ? "discharged" : "open");
    }

    /** A recall is no answer of the law, so none of these closes what it has asked for. */
    @ParameterizedTest
    @MethodSource("kinds")
    void whatARecallHasAskedForIsClosedByNoAnswerOfTheLaw(Kind kind, Event event) {
        if (event == Event.PROOF || event == Event.OWN_END) return;
        var trade = new TradeId(fresh("close-trade"));
        var duty = duty(kind, trade, Duty.OF_A_RECALL + "recall-1");
        act(() -> commands.send(new IncurObligation(duty), "test"));

        happen(event, trade, duty);

        assertThat(state(duty)).isEqualTo("open");
    }

    private void happen(Event event, TradeId trade, Duty duty) {
        var another = new TradeId(fresh("close-trade"));
        switch (event) {
            case OWN_ANSWER -> judged(trade, List.of());
            case OWN_END -> act(() -> obligationProcess.on(new TradeCancelled(trade, "not needed"), clock.instant()));
            case ANOTHERS_ANSWER -> judged(another, List.of());
            case ANOTHERS_END ->
                act(() -> obligationProcess.on(new TradeCancelled(another, "not needed"), clock.instant()));
            case LISTINGS_ANSWER ->
                act(() -> obligationOpener.closeWhatIsNotIn(
                        decision(Gate.POST, List.of()), board.of(agreement.listing())));
            case LISTING_WITHDRAWN ->
                act(() -> obligationProcess.on(new ListingWithdrawn(agreement.listing(), "over")));
            case AN_ADMISSION ->
                act(() -> obligationProcess.on(
                        new ParticipantVerified(agreement.vendor(), "seen", decision(Gate.POST, List.of()))));
            case PROOF -> {
                act(() ->
                        commands.send(new ProveObligation(duty.id(), new Evidence("done", null), "somebody"), "test"));
                act(() -> commands.send(accepting(duty.id()), "test"));
            }
        }
    }

    /** By somebody who has read it. */
    private AcceptProof accepting(ObligationId id) {
        return new AcceptProof(id, board.find(id).orElseThrow().version(), "seen");
    }

    private void judged(TradeId trade, List<Finding> findings) {
        act(() -> obligationProcess.on(new AfterwardsJudged(trade, agreement, decision(Gate.POST, findings))));
    }

    private void act(Runnable deed) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> deed.run());
    }

    private static List<Finding> finding(String rule) {
        return List.of(new Finding(
                rule,
                Outcome.OBLIGATION,
                WORDS,
                WORDS,
                "12(1)",
                LocalDate.EPOCH,
                null,
                List.of(),
                WORDS,
                Obligor.EXCHANGE));
    }

    /** No two are the same: a duty that was met is owed anew where another decision finds it. */
    private Decision decision(Gate gate, List<Finding> findings) {
        var verdict = findings.isEmpty() ? Verdict.ALLOW : Verdict.ALLOW_WITH_OBLIGATIONS;
        var today = LocalDate.now(clock);
        return new Decision(verdict, gate, today, findings, List.of(), fresh("rules"), FactSheet.empty(), Traits.NONE);
    }

    private Duty duty(Kind kind, TradeId trade, String source) {
        var side = kind == Kind.STANDING || kind == Kind.BEFORE_DELIVERY ? Side.VENDOR : Side.BUYER;
        var responsibleParty = new ResponsibleParty(side, side == Side.VENDOR ? agreement.vendor() : agreement.buyer());
        return duty(kind, responsibleParty, ObligationSubject.of(trade, agreement), source, null);
    }

    private Duty exchanges(String rule) {
        var responsibleParty = new ResponsibleParty(Side.EXCHANGE, null);
        var subject = new ObligationSubject(null, null, null, null, null);
        return new Duty(Kind.STANDING, rule, WORDS, "12(1)", WORDS, WORDS, responsibleParty, subject, "x", due(), null);
    }

    private Duty duty(
            Kind kind,
            ResponsibleParty responsibleParty,
            ObligationSubject subject,
            String source,
            @Nullable LocalDate until) {
        return new Duty(kind, RECORDS, WORDS, "12(1)", WORDS, WORDS, responsibleParty, subject, source, due(), until);
    }

    private Instant due() {
        return clock.instant().plusSeconds(1_000_000);
    }

    private String state(Duty duty) {
        return board.get(duty.id()).state();
    }

    private static Agreement agreement() {
        var terms = new Terms(
                PricePlan.of(Money.parse("CNY 1.00")),
                Set.of(Purpose.RESEARCH),
                Set.of(Jurisdiction.MAINLAND),
                365,
                LocalDate.of(2099, 1, 1));
        return new Agreement(
                new ListingId(fresh("close-listing")),
                1,
                new ProductId(fresh("close-product")),
                new ParticipantId(fresh("close-vendor")),
                new ParticipantId(fresh("close-buyer")),
                terms,
                new DeclaredUse(Purpose.RESEARCH, "air study"),
                LocalDate.of(2026, 11, 1));
    }
}
