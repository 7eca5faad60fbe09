/** Balances, deposits and withdrawals over HTTP. */
@NullMarked
package pujiang.web.settlement;

import org.jspecify.annotations.NullMarked;
