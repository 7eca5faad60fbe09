/** How the domain's values lie in the columns of the boards. */
@NullMarked
package pujiang.web.board;

import org.jspecify.annotations.NullMarked;
