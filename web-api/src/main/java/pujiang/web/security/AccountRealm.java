package pujiang.web.security;

import java.util.Optional;
import java.util.Set;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.BearerToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.AllowAllCredentialsMatcher;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;

/** What Shiro knows of users: {@link Accounts} has checked the credentials before it hands out a caller. */
final class AccountRealm extends AuthorizingRealm {

    private final Accounts accounts;

    AccountRealm(Accounts accounts) {
        this.accounts = accounts;
        setName("pujiang");
        setAuthenticationTokenClass(AuthenticationToken.class);
        setCredentialsMatcher(new AllowAllCredentialsMatcher());
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        Optional<Caller> caller =
                switch (token) {
                    case BearerToken bearer -> accounts.bearer(bearer.getToken());
                    case UsernamePasswordToken password ->
                        accounts.signIn(password.getUsername(), new String(password.getPassword()));
                    default -> Optional.empty();
                };
        return caller.map(known -> new SimpleAuthenticationInfo(known, "", getName()))
                .orElseThrow(AuthenticationException::new);
    }

    @Override
    protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
        var info = new SimpleAuthorizationInfo();
        var caller = principals.oneByType(Caller.class);
        info.setStringPermissions(caller == null ? Set.of() : Role.permissions(caller.roles()));
        return info;
    }
}
