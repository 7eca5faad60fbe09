/** Evidence for third parties: signed statements, the append-only, tamper-evident log, and its independent check. */
@NullMarked
package pujiang.evidence;

import org.jspecify.annotations.NullMarked;
