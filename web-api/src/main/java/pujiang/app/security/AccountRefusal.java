package pujiang.app.security;

import java.time.Duration;
import java.time.Instant;
import pujiang.refusal.Refusal;
import pujiang.refusal.Refused;

/** Reasons to refuse a request about an account. */
public sealed interface AccountRefusal extends Refusal {

    record UsernameTaken(String username) implements AccountRefusal {}

    /** Unknown name, wrong password or suspended: the caller does not learn which. */
    record SignInFailed() implements AccountRefusal {}

    /** No such user, or not one of the caller's colleagues. */
    record Unknown(String username) implements AccountRefusal {}

    /** Users cannot suspend their own account, or reset their own password. */
    record Own() implements AccountRefusal {}

    /** The current password is not that one. */
    record PasswordWrong() implements AccountRefusal {}

    /** Another user has made it, and it serves only to choose a new one. */
    record PasswordInitial() implements AccountRefusal {}

    /** The person on record has an account already. */
    record PersonTaken(String person) implements AccountRefusal {}

    /** A person other than the one who opened the account, or reset its password, has to confirm it. */
    record SecondPersonNeeded(String username) implements AccountRefusal {}

    /** The password is right, and a second person has not confirmed its reset yet. */
    record AwaitsConfirmation() implements AccountRefusal {}

    /** More passwords are being checked than the memory has room for. */
    record SignInsBusy() implements AccountRefusal {}

    /**
     * Too many wrong passwords before this one, for this name or from there; it was not looked at.
     *
     * @param seconds until one is
     */
    record SignInsSlowed(long seconds) implements AccountRefusal {

        static Refused until(Instant then, Instant now) {
            return new Refused(new SignInsSlowed(Duration.between(now, then).toSeconds() + 1));
        }
    }

    /** The page was open too long, or the request came from somewhere else. */
    record FormExpired() implements AccountRefusal {}
}
