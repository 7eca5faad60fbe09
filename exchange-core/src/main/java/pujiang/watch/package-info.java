/** What is reported of a trade after it and what the law then says: asked again while the data is held (交易后监测). */
@NullMarked
package pujiang.watch;

import org.jspecify.annotations.NullMarked;
