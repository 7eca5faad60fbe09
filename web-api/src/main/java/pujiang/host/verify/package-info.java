/** Checks a saved receipt or certificate without asking the exchange. */
@NullMarked
package pujiang.host.verify;

import org.jspecify.annotations.NullMarked;
