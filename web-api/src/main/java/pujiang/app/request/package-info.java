/** Errors that any request may have, whatever its feature. */
@NullMarked
package pujiang.app.request;

import org.jspecify.annotations.NullMarked;
