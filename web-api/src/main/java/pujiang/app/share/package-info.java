/** Work that costs much of a processor: a few at a time, and those who ask take turns. */
@NullMarked
package pujiang.app.share;

import org.jspecify.annotations.NullMarked;
