/** The names of stored events, which do not change when classes do, and the changes of their form. */
@NullMarked
package pujiang.history;

import org.jspecify.annotations.NullMarked;
