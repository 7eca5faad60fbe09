/** The running program: what is started, in which order, and how it ends. */
@NullMarked
package pujiang.host;

import org.jspecify.annotations.NullMarked;
