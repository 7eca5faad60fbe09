/** The refusals of requests, and the checks of values. */
@NullMarked
package pujiang.refusal;

import org.jspecify.annotations.NullMarked;
