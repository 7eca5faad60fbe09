/** Stops on pages: who has set one, and which forms set and lift them (暂停、中止). */
@NullMarked
package pujiang.web.stop;

import org.jspecify.annotations.NullMarked;
