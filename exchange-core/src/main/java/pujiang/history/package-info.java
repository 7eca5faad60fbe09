/** The names under which events are stored: stable, whatever becomes of the classes. */
@NullMarked
package pujiang.history;

import org.jspecify.annotations.NullMarked;
