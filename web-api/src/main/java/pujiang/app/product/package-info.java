/** Data products over HTTP: their board, and the requests about them. */
@NullMarked
package pujiang.app.product;

import org.jspecify.annotations.NullMarked;
