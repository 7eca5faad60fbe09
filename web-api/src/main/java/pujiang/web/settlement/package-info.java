/** The books over HTTP: balances, statements, money that comes in and goes out. */
@NullMarked
package pujiang.web.settlement;

import org.jspecify.annotations.NullMarked;
