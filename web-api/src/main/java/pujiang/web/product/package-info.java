/** Data products over HTTP: their board, and the requests about them. */
@NullMarked
package pujiang.web.product;

import org.jspecify.annotations.NullMarked;
