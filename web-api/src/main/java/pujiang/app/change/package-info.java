/** What has changed in the exchange, in the order in which it was stored, for those who keep a copy (变更). */
@NullMarked
package pujiang.app.change;

import org.jspecify.annotations.NullMarked;
