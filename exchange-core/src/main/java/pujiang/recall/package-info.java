/** Recalls of data whose legal ground has ceased: affected items, plan and measures (召回方案). */
@NullMarked
package pujiang.recall;

import org.jspecify.annotations.NullMarked;
