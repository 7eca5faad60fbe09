/** Evaluates the rules on the command line: JSON lines in, decisions out, no database and no network. */
@NullMarked
package pujiang.host.evaluate;

import org.jspecify.annotations.NullMarked;
