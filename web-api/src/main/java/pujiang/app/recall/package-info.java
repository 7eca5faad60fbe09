/** Recalls over HTTP: what is affected is found, staged as a plan, confirmed and carried out (召回方案). */
@NullMarked
package pujiang.app.recall;

import org.jspecify.annotations.NullMarked;
