/** Changes of the rule book on the command line: written out, checked, and tried on decisions of the past. */
@NullMarked
package pujiang.web.rulebook;

import org.jspecify.annotations.NullMarked;
