/** Sending of commands with an actor. */
@NullMarked
package pujiang.app.command;

import org.jspecify.annotations.NullMarked;
