/** Participants over HTTP: their board, and the requests about them. */
@NullMarked
package pujiang.web.participant;

import org.jspecify.annotations.NullMarked;
