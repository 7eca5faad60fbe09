/** Participants over HTTP: their board, and the requests about them. */
@NullMarked
package pujiang.app.participant;

import org.jspecify.annotations.NullMarked;
