package pujiang.app.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pujiang.app.command.Clash.Event;

/**
 * What must be so of officers' work on one trade: nobody decides against a standing claim, of two neither is the other, a
 * document answers what is asked for, an exception is taken back once, and only if it was granted.
 */
final class ReviewVerdict {

    private static final Set<String> BY_NO_OFFICER = Set.of("clock", "exchange");

    private final Clash clash;
    private final boolean two;
    private final Set<Long> exceptions = new HashSet<>();
    /** What became of each request, the first first. */
    private final List<String> papers = new ArrayList<>();

    private String claimedBy = "";
    private String first = "";

    /** @param two whether two officers are needed */
    ReviewVerdict(Clash clash, boolean two) {
        this.clash = clash;
        this.two = two;
    }

    void read(Event event) {
        switch (event.name()) {
            case "trade.order-held", "trade.delivery-held" -> beginsAnew(event);
            case "trade.agreed", "trade.delivery-made" -> passed(event);
            case "trade.review-claimed" -> claimed(event);
            case "trade.review-released" -> released(event);
            case "trade.review-supported" -> supported(event);
            case "trade.review-continued" -> first = "";
            case "trade.answer-changed" -> {
                decided(event);
                first = "";
            }
            case "trade.review-rejected" -> {
                if (!BY_NO_OFFICER.contains(event.actor())) decided(event);
            }
            case "trade.document-requested" -> asked(event);
            case "trade.document-request-withdrawn", "trade.document-provided" -> answered(event);
            case "trade.exception-granted" -> exceptions.add(event.number());
            case "trade.exception-revoked" -> {
                if (!exceptions.remove(event.content().path("exception").asLong())) lie("nothing to revoke", event);
            }
            default -> {}
        }
    }

    private void beginsAnew(Event event) {
        claimedBy = "";
        first = "";
        papersAreClosed(event);
    }

    private void claimed(Event event) {
        keptOut(event);
        claimedBy = event.actor();
    }

    private void released(Event event) {
        if (!claimedBy.equals(event.actor())) lie("released what " + claimedBy + " has claimed", event);
        claimedBy = "";
    }

    private void supported(Event event) {
        decided(event);
        if (first.equals(event.actor())) lie("supported twice", event);
        claimedBy = "";
        first = event.actor();
    }

    /** By an officer of its own, or by the law's answer. */
    private void passed(Event event) {
        var officer = event.content().at("/clearance/lifting/officer").asString("");
        if (officer.equals(event.actor())) {
            decided(event);
            if (two && (first.isEmpty() || first.equals(officer))) lie("passed by " + first + " and " + officer, event);
        }
        beginsAnew(event);
    }

    /** A second officer needs no claim. */
    private void decided(Event event) {
        if (first.isEmpty() || first.equals(event.actor())) keptOut(event);
    }

    private void keptOut(Event event) {
        if (!claimedBy.isEmpty() && !claimedBy.equals(event.actor())) lie("claimed by " + claimedBy, event);
    }

    private void asked(Event event) {
        keptOut(event);
        papers.add("open");
        if (event.content().path("number").asInt() != papers.size()) lie("the number of no request", event);
    }

    private void answered(Event event) {
        int number = event.content().path("number").asInt();
        if (number < 1 || number > papers.size() || !papers.get(number - 1).equals("open")) lie("not asked", event);
        else papers.set(number - 1, event.name());
    }

    private void papersAreClosed(Event event) {
        papers.replaceAll(paper -> paper.equals("open") ? event.name() : paper);
    }

    private void lie(String lie, Event event) {
        clash.lie(lie + ": event " + event.number() + " by " + event.actor() + " of " + Clash.names(clash.events()));
    }
}
