/** Duties that outlive a step: who owes what by which article until when, how it is proven, what a breach does (义务). */
@NullMarked
package pujiang.obligation;

import org.jspecify.annotations.NullMarked;
