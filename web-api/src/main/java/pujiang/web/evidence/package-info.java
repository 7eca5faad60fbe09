/** The evidence over HTTP: receipts, certificates, and the public log that nobody can rewrite. */
@NullMarked
package pujiang.web.evidence;

import org.jspecify.annotations.NullMarked;
