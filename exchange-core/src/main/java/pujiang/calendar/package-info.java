/** On which day something happens: the days of the exchange begin and end in Shanghai (北京时间). */
@NullMarked
package pujiang.calendar;

import org.jspecify.annotations.NullMarked;
