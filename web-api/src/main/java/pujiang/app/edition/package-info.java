/** Editions of what can be edited, told by ETag, so that nobody overwrites what they have not read. */
@NullMarked
package pujiang.app.edition;

import org.jspecify.annotations.NullMarked;
