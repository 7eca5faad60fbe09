/** Deadlines of every waiting state, and the actor that ends it. */
@NullMarked
package pujiang.app.deadline;

import org.jspecify.annotations.NullMarked;
