/** The question put to the law at a gate, and the answer; a port, no rule lives here. */
@NullMarked
package pujiang.compliance;

import org.jspecify.annotations.NullMarked;
