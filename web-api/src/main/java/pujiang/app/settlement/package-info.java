/** Balances, deposits and withdrawals over HTTP. */
@NullMarked
package pujiang.app.settlement;

import org.jspecify.annotations.NullMarked;
