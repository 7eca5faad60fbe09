/** The daily evaluation of the rules after a trade, while the data is held (交易后监测). */
@NullMarked
package pujiang.web.watch;

import org.jspecify.annotations.NullMarked;
