package pujiang.app.board;

/**
 * A read table that is written in the same database transaction as the events: its {@code @EventHandler} methods run
 * before the command answers, so a reader sees its own write, and what one of them throws undoes the command.
 *
 * <p>See docs/decisions/0003-boards-in-the-same-transaction.md.
 */
public interface Board {}
