/** How commands are sent in somebody's name. */
@NullMarked
package pujiang.web.command;

import org.jspecify.annotations.NullMarked;
