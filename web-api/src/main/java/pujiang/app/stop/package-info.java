/** Stops over HTTP: in which parts a caller sets and lifts them, and what is known of their grounds. */
@NullMarked
package pujiang.app.stop;

import org.jspecify.annotations.NullMarked;
