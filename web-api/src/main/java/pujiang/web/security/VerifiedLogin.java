package pujiang.web.security;

import org.apache.shiro.authc.AuthenticationToken;
import pujiang.app.security.AuthenticatedUser;

/** What Shiro is given to sign in somebody whose credentials have been checked. */
record VerifiedLogin(AuthenticatedUser verified) implements AuthenticationToken {

    private static final long serialVersionUID = 1L;

    @Override
    public Object getPrincipal() {
        return verified.caller();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
