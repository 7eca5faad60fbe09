/** Where the parts are put together: the database, the event store, the clock, the start and the stop. */
@NullMarked
package pujiang.web.wiring;

import org.jspecify.annotations.NullMarked;
