/** The histories of things, as people may read them. */
@NullMarked
package pujiang.web.history;

import org.jspecify.annotations.NullMarked;
