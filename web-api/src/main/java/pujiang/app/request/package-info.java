/** What may be wrong with any request, whichever feature it is for. */
@NullMarked
package pujiang.app.request;

import org.jspecify.annotations.NullMarked;
