/** The offers of products and their terms (挂牌). */
@NullMarked
package pujiang.listing;

import org.jspecify.annotations.NullMarked;
