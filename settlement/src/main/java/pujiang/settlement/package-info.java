/** Money of the exchange: the ledger, money held for trades, fees and payouts (清结算). */
@NullMarked
package pujiang.settlement;

import org.jspecify.annotations.NullMarked;
