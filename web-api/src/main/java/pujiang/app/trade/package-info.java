/** Trades over HTTP: orders, the board of trades, and the counts of what each exporter has sent abroad. */
@NullMarked
package pujiang.app.trade;

import org.jspecify.annotations.NullMarked;
