/** Events that a follower failed on: what waits for them, and how they are tried again or discarded. */
@NullMarked
package pujiang.app.parked;

import org.jspecify.annotations.NullMarked;
