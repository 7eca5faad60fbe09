/** The log of what was signed, over HTTP: everything a stranger needs to check a receipt. */
@NullMarked
package pujiang.web.evidence;

import org.jspecify.annotations.NullMarked;
