/** Whether the clock can be believed, before time alone takes anything from anybody. */
@NullMarked
package pujiang.app.clock;

import org.jspecify.annotations.NullMarked;
