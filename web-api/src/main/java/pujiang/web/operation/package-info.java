/** The operator's view of the exchange's own work, and acts on it, over HTTP. */
@NullMarked
package pujiang.web.operation;

import org.jspecify.annotations.NullMarked;
