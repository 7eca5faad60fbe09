/** Errors that any request may have, whatever its feature. */
@NullMarked
package pujiang.web.request;

import org.jspecify.annotations.NullMarked;
