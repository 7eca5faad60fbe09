package pujiang.app.security;

/** A staff account's pending confirmation by a second person. Until then sign-in is not possible. */
public enum PendingConfirmation {
    /** It was opened. */
    ADMISSION,
    /** Its password was reset, and the author of the reset knows the initial one. */
    RESET
}
