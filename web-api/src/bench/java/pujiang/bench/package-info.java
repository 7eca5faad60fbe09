/** What the exchange does in a second, and what its database could: measured on the packaged program, from outside. */
@NullMarked
package pujiang.bench;

import org.jspecify.annotations.NullMarked;
