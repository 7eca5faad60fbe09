/** The question of a gate to the rules and their decision. A port: it contains no rules. */
@NullMarked
package pujiang.compliance;

import org.jspecify.annotations.NullMarked;
