/** Obligations over HTTP: opened by what happened, proven by their bearers, discharged by an officer (义务). */
@NullMarked
package pujiang.app.obligation;

import org.jspecify.annotations.NullMarked;
