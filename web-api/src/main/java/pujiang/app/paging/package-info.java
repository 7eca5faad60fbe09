/** Lists in pages, each naming the next by a cursor. */
@NullMarked
package pujiang.app.paging;

import org.jspecify.annotations.NullMarked;
