/** Verifies a saved receipt or certificate without the exchange. */
@NullMarked
package pujiang.host.verify;

import org.jspecify.annotations.NullMarked;
