/** Trials of rule drafts, each in a separate process without the exchange's rights (草案隔离试算). */
@NullMarked
package pujiang.app.trial;

import org.jspecify.annotations.NullMarked;
