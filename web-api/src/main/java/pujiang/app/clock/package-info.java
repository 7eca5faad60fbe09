/** Checks of the clock before time alone ends a right of a party. */
@NullMarked
package pujiang.app.clock;

import org.jspecify.annotations.NullMarked;
