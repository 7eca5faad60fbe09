/** The log of what was signed, over HTTP: everything a stranger needs to check a receipt. */
@NullMarked
package pujiang.app.evidence;

import org.jspecify.annotations.NullMarked;
