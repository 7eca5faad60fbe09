package pujiang.app.security;

/** What an account of the exchange's own waits for a second person to confirm. Until then nobody signs in with it. */
public enum PendingConfirmation {
    /** It was opened. */
    ADMISSION,
    /** Its password was reset, and whoever has done that knows the one to begin with. */
    RESET
}
