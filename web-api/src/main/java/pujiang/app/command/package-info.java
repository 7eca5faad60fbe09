/** How commands are sent in somebody's name. */
@NullMarked
package pujiang.app.command;

import org.jspecify.annotations.NullMarked;
