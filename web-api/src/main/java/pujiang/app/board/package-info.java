/** The boards, which are tables to read from, and how their columns store the values of the domain. */
@NullMarked
package pujiang.app.board;

import org.jspecify.annotations.NullMarked;
