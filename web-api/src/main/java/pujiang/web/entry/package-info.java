/** Checks of a request before it acts: a request that cannot be understood, or not be answered, has no effect. */
@NullMarked
package pujiang.web.entry;

import org.jspecify.annotations.NullMarked;
