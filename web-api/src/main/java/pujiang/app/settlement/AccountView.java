package pujiang.app.settlement;

import org.joda.money.Money;
import pujiang.participant.ParticipantId;

/**
 * A participant's money on the exchange.
 *
 * @param available may be spent or taken out
 * @param reserved set aside for open trades
 * @param withdrawing set aside for withdrawals that wait for a second operator
 * @param earned by sales; becomes available when it is taken out
 */
public record AccountView(
        ParticipantId participant, Money available, Money reserved, Money withdrawing, Money earned) {}
