/** Pages for people: what waits for me, the catalogue, a trade. */
@NullMarked
package pujiang.web.page;

import org.jspecify.annotations.NullMarked;
