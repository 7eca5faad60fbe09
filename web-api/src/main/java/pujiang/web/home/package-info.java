/** The start page: tasks of the user, and for a participant its money. */
@NullMarked
package pujiang.web.home;

import org.jspecify.annotations.NullMarked;
