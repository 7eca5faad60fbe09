/** The calendar of the exchange: its days begin and end in Shanghai (北京时间). */
@NullMarked
package pujiang.calendar;

import org.jspecify.annotations.NullMarked;
