/** Expensive processor work, a few pieces at a time, in turns among users. */
@NullMarked
package pujiang.app.share;

import org.jspecify.annotations.NullMarked;
