/** Files from vendor to buyer: kept by digest, handed over with a receipt, fetched through a one-time link. */
@NullMarked
package pujiang.app.delivery;

import org.jspecify.annotations.NullMarked;
