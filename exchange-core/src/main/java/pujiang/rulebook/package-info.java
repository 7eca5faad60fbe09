/** The rule book in force: two people change it, on the report of a replay (规则库). */
@NullMarked
package pujiang.rulebook;

import org.jspecify.annotations.NullMarked;
