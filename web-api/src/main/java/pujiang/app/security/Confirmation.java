package pujiang.app.security;

/**
 * An act that has to be confirmed, and its author.
 *
 * @param askedBy who opened the account or reset its password, and therefore does not confirm it
 */
public record Confirmation(PendingConfirmation what, String askedBy) {}
