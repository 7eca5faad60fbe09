/** Every waiting state has an end, and somebody who brings it about when nobody acts. */
@NullMarked
package pujiang.app.deadline;

import org.jspecify.annotations.NullMarked;
