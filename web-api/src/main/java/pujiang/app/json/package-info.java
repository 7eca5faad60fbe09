/** How values are written in JSON, and how strictly they are read. */
@NullMarked
package pujiang.app.json;

import org.jspecify.annotations.NullMarked;
