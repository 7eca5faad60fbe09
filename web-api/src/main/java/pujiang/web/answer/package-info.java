/** What answers have in common: how a success is described, the request's id, the address of what was created. */
@NullMarked
package pujiang.web.answer;

import org.jspecify.annotations.NullMarked;
