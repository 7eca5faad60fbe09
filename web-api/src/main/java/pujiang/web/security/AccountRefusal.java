package pujiang.web.security;

import pujiang.refusal.Refusal;

/** Why a request about an account is turned away. */
public sealed interface AccountRefusal extends Refusal {

    record UsernameTaken(String username) implements AccountRefusal {
        @Override
        public String code() {
            return "account.username-taken";
        }
    }

    /** Unknown name, wrong password, locked: which one is not told. */
    record SignInFailed() implements AccountRefusal {
        @Override
        public String code() {
            return "account.sign-in-failed";
        }
    }

    /** The page was open too long, or the request came from somewhere else. */
    record FormExpired() implements AccountRefusal {
        @Override
        public String code() {
            return "account.form-expired";
        }
    }

    @Override
    default boolean mayPassLater() {
        return false;
    }
}
