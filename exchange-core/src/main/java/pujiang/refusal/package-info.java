/** How "no" is said to a caller. */
@NullMarked
package pujiang.refusal;

import org.jspecify.annotations.NullMarked;
