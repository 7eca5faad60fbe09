/** The boards, which are tables to read from, and how the domain's values lie in their columns. */
@NullMarked
package pujiang.app.board;

import org.jspecify.annotations.NullMarked;
