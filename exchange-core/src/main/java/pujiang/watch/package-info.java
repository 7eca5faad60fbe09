/** What the law says of a trade after it: asked again while the data is held, recorded when it changes (交易后监测). */
@NullMarked
package pujiang.watch;

import org.jspecify.annotations.NullMarked;
