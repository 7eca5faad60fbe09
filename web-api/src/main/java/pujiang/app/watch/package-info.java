/** The law asked again after a trade, once a day, while the data is held (交易后监测). */
@NullMarked
package pujiang.app.watch;

import org.jspecify.annotations.NullMarked;
