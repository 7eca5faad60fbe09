/** Which rule book the exchange judges with: changed by two people, on the report of what would have been (规则集). */
@NullMarked
package pujiang.rulebook;

import org.jspecify.annotations.NullMarked;
