/** Which rule book the exchange judges with: changed by two people, on the report of what would have been (规则库). */
@NullMarked
package pujiang.rulebook;

import org.jspecify.annotations.NullMarked;
