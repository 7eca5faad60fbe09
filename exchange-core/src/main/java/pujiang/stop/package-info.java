/** Stops (暂停、中止): who has set one, on what ground, and who may lift it. */
@NullMarked
package pujiang.stop;

import org.jspecify.annotations.NullMarked;
