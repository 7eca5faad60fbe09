/** What comes after a trade when its ground falls away: what is affected, the plan, its measures one by one (召回方案). */
@NullMarked
package pujiang.recall;

import org.jspecify.annotations.NullMarked;
