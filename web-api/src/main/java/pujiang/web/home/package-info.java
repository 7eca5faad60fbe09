/** The page that everybody sees first: what waits for them, and for a participant its money. */
@NullMarked
package pujiang.web.home;

import org.jspecify.annotations.NullMarked;
