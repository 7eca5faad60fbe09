package pujiang.web.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.credential.AllowAllCredentialsMatcher;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.Permission;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.subject.SimplePrincipalCollection;
import pujiang.app.security.Accounts;
import pujiang.app.security.AuthenticatedUser;
import pujiang.app.security.Caller;
import pujiang.app.security.Role;
import pujiang.app.security.SignIns;

/**
 * What Shiro knows of users. Credentials are checked before, by {@link SignIns} and {@link Accounts}: Shiro would make
 * of a database that cannot be reached, or of too many sign-ins at once, a password that is wrong.
 */
final class AccountRealm extends AuthorizingRealm {

    private static final String NAME = "pujiang";

    /** They are named in the code alone, so there are few of them, and each is read once. */
    private final Map<String, Permission> permissions = new ConcurrentHashMap<>();

    AccountRealm() {
        setName(NAME);
        setPermissionResolver(named -> permissions.computeIfAbsent(named, name -> new WildcardPermission(name)));
        setAuthenticationTokenClass(VerifiedLogin.class);
        setCredentialsMatcher(new AllowAllCredentialsMatcher());
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        if (!(token instanceof VerifiedLogin(var authenticatedUser))) throw new AuthenticationException();
        return new SimpleAuthenticationInfo(principals(authenticatedUser), "");
    }

    static PrincipalCollection principals(AuthenticatedUser authenticatedUser) {
        return new SimplePrincipalCollection(List.of(authenticatedUser.caller(), authenticatedUser), NAME);
    }

    @Override
    protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
        var info = new SimpleAuthorizationInfo();
        var caller = principals.oneByType(Caller.class);
        info.setStringPermissions(caller == null ? Set.of() : Role.permissions(caller.roles()));
        return info;
    }
}
