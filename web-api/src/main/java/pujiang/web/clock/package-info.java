/** Whether the clock can be believed, before time alone takes anything from anybody. */
@NullMarked
package pujiang.web.clock;

import org.jspecify.annotations.NullMarked;
