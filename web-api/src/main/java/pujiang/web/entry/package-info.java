/** What a request is measured by before it acts: what cannot be understood, or not be answered, does nothing. */
@NullMarked
package pujiang.web.entry;

import org.jspecify.annotations.NullMarked;
