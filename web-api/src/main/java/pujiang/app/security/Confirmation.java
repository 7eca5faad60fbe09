package pujiang.app.security;

/**
 * What has to be confirmed, and at whose wish.
 *
 * @param askedBy who opened the account or reset its password, and therefore does not confirm it
 */
public record Confirmation(PendingConfirmation what, String askedBy) {}
