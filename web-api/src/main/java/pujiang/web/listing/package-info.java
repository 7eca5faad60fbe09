/** The catalogue over HTTP: its board, the requests about listings, and the facts for evaluations. */
@NullMarked
package pujiang.web.listing;

import org.jspecify.annotations.NullMarked;
