/** Checks a saved receipt or certificate without asking the exchange. */
@NullMarked
package pujiang.web.verify;

import org.jspecify.annotations.NullMarked;
