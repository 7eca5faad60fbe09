package pujiang.trade;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.trade.ReviewCommand.ProvideDocument;
import pujiang.trade.ReviewCommand.WithdrawRequest;
import pujiang.trade.ReviewEvent.AnswerChanged;
import pujiang.trade.ReviewEvent.DocumentProvided;
import pujiang.trade.ReviewEvent.DocumentRequestWithdrawn;
import pujiang.trade.ReviewEvent.DocumentRequested;
import pujiang.trade.ReviewEvent.ExceptionGranted;
import pujiang.trade.ReviewEvent.ExceptionRevoked;
import pujiang.trade.ReviewEvent.ReviewClaimed;
import pujiang.trade.ReviewEvent.ReviewContinued;
import pujiang.trade.ReviewEvent.ReviewEscalated;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.ReviewEvent.ReviewReleased;
import pujiang.trade.ReviewEvent.ReviewSupported;
import pujiang.trade.ReviewEvent.UseStated;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DeliveryCollected;
import pujiang.trade.TradeEvent.DeliveryDisputed;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.DeliveryRefused;
import pujiang.trade.TradeEvent.DisputeDismissed;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;
import pujiang.trade.TradeEvent.TradeRescinded;
import pujiang.trade.TradeEvent.TradeSettled;

/**
 * The documents requested from the parties of one trade, the documents submitted, and the buyer's statements about its
 * use since the order. They stay with the trade.
 */
public record DocumentRequests(List<DocumentRequest> all, FactSheet use) {

    public static final DocumentRequests NONE = new DocumentRequests(List.of(), FactSheet.empty());

    public DocumentRequests {
        all = List.copyOf(all);
    }

    /** A request ends with its review; a submitted document counts at every later gate. */
    public DocumentRequests after(TradeEvent event) {
        return switch (event) {
            case DocumentRequested asked ->
                new DocumentRequests(
                        Stream.concat(all.stream(), Stream.of(DocumentRequest.asked(asked.number(), asked.asking())))
                                .toList(),
                        use);
            case UseStated said -> new DocumentRequests(all, use.and(said.statement()));
            case DocumentRequestWithdrawn(var _, var number, var _, var reason) ->
                each(documentRequest ->
                        documentRequest.number() == number ? documentRequest.withdrawn(reason) : documentRequest);
            case DocumentProvided shown ->
                each(documentRequest -> documentRequest.number() == shown.number()
                        ? documentRequest.answered(shown.content(), shown.facts())
                        : documentRequest);
            case ReviewClaimed _, ReviewReleased _, ReviewSupported _, ReviewContinued _, ReviewEscalated _ -> this;
            case AnswerChanged _ -> this;
            case ExceptionGranted _, ExceptionRevoked _ -> this;
            case OrderHeld _, OrderRefused _, TradeAgreed _, ReviewRejected _, TradeCancelled _ -> closed();
            case DeliveryHeld _, DeliveryRefused _, DeliveryMade _, DeliveryCollected _ -> closed();
            case DeliveryAccepted _, DeliveryDisputed _, DisputeDismissed _, TradeRescinded _ -> closed();
            case TradeLapsed _, TradeSettled _, CertificateIssued _ -> closed();
        };
    }

    int next() {
        return all.size() + 1;
    }

    public Optional<DocumentRequest> numbered(int number) {
        return all.stream()
                .filter(documentRequest -> documentRequest.number() == number)
                .findFirst();
    }

    /**
     * The request that a party answers; empty if the same answer was given before.
     *
     * @throws Refused if this party was not asked, or has given another answer
     * @throws Invalid if the answer does not match the request
     */
    Optional<DocumentRequest> askedOf(ProvideDocument answer, Agreement agreement) {
        var documentRequest = numbered(answer.number())
                .filter(asked -> asked.status() == DocumentRequest.Status.OPEN || asked.shown() != null)
                .filter(asked -> asked.asking().side().of(agreement).equals(answer.by()))
                .orElseThrow(() -> new Refused(new TradeRefusal.DocumentNotAsked(answer.trade(), answer.number())));
        if (documentRequest.shown() == null) {
            documentRequest.asking().mustBeAnsweredBy(answer.facts());
            return Optional.of(documentRequest);
        }
        if (documentRequest.shown().equals(new DocumentRequest.Shown(answer.content(), answer.facts())))
            return Optional.empty();
        throw new Refused(new TradeRefusal.DocumentProvidedAlready(answer.trade(), answer.number()));
    }

    /**
     * The event of a withdrawal; empty if already withdrawn.
     *
     * @throws Refused if there is no such request, or if the document was submitted
     */
    Optional<TradeEvent> without(WithdrawRequest command) {
        var trade = command.trade();
        var number = command.number();
        var asked = numbered(number).orElseThrow(() -> new Refused(new TradeRefusal.DocumentNotAsked(trade, number)));
        return switch (asked.status()) {
            case OPEN ->
                Optional.of(new DocumentRequestWithdrawn(
                        trade, number, asked.asking().side(), command.reason()));
            case WITHDRAWN -> Optional.empty();
            case PROVIDED -> throw new Refused(new TradeRefusal.DocumentProvidedAlready(trade, number));
            case CLOSED -> throw new Refused(new TradeRefusal.DocumentNotAsked(trade, number));
        };
    }

    /**
     * The part of a statement about the use that is new.
     *
     * @throws Invalid at a fact that was stated with another value: statements cannot be corrected this way
     */
    FactSheet news(FactSheet statement, Agreement agreement) {
        var said = agreement.use().facts().and(use);
        var known = said.stated();
        statement.stated().forEach((name, value) -> {
            if (known.containsKey(name) && !Objects.equals(known.get(name), value)) {
                throw Invalid.inside("statement", name, "fact.stated-otherwise", "was stated otherwise before");
            }
        });
        return statement.except(said);
    }

    /** The facts that the buyer has stated and the documents prove; the latest document takes precedence. */
    public FactSheet facts() {
        var known = FactSheet.empty();
        for (var documentRequest : all) {
            var shown = documentRequest.shown();
            if (shown != null) known = known.and(shown.facts());
        }
        return use.from(FactSource.BUYER).and(known.from(FactSource.DOCUMENT));
    }

    private DocumentRequests closed() {
        return all.isEmpty() ? this : each(DocumentRequest::closed);
    }

    private DocumentRequests each(UnaryOperator<DocumentRequest> change) {
        return new DocumentRequests(all.stream().map(change).toList(), use);
    }
}
