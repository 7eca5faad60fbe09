/** The catalogue over HTTP: its board, the requests about listings, and the facts that the law is asked with. */
@NullMarked
package pujiang.app.listing;

import org.jspecify.annotations.NullMarked;
