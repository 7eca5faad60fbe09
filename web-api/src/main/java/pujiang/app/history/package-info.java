/** The histories of things, as people may read them. */
@NullMarked
package pujiang.app.history;

import org.jspecify.annotations.NullMarked;
