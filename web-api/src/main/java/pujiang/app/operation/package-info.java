/** What the operator sees of the exchange's own work, and does about it, over HTTP. */
@NullMarked
package pujiang.app.operation;

import org.jspecify.annotations.NullMarked;
