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

    /** No such user, or not one of the caller's colleagues. */
    record Unknown(String username) implements AccountRefusal {
        @Override
        public String code() {
            return "account.unknown";
        }
    }

    /** Nobody suspends their own account, or resets their own password. */
    record Own() implements AccountRefusal {
        @Override
        public String code() {
            return "account.own";
        }
    }

    /** The current password is not that one, or the name is locked after repeated failures. */
    record PasswordWrong() implements AccountRefusal {
        @Override
        public String code() {
            return "account.password-wrong";
        }
    }

    /** It is the one of a reset, and good only for choosing another. */
    record PasswordInitial() implements AccountRefusal {
        @Override
        public String code() {
            return "account.password-initial";
        }
    }

    /** More passwords are being checked than the memory has room for. */
    record SignInsBusy() implements AccountRefusal {
        @Override
        public String code() {
            return "account.sign-ins-busy";
        }

        @Override
        public boolean mayPassLater() {
            return true;
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
