/** The feed of changes (变更) of the exchange in the order of storage, for programs that keep a copy. */
@NullMarked
package pujiang.web.change;

import org.jspecify.annotations.NullMarked;
