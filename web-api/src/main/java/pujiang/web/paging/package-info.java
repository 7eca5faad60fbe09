/** Lists in pages, each naming the next by a cursor. */
@NullMarked
package pujiang.web.paging;

import org.jspecify.annotations.NullMarked;
