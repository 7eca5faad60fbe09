/** Common parts of answers: the description of a success, the request's id, the address of a created resource. */
@NullMarked
package pujiang.web.answer;

import org.jspecify.annotations.NullMarked;
