/** Who can prove what: signed statements, the log that nobody can rewrite, and its independent check. */
@NullMarked
package pujiang.evidence;

import org.jspecify.annotations.NullMarked;
