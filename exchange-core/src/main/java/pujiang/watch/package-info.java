/** Post-trade monitoring: reports, and repeated evaluation of the rules while the data is held (交易后监测). */
@NullMarked
package pujiang.watch;

import org.jspecify.annotations.NullMarked;
