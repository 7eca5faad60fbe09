package pujiang.web.security;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.Serializable;
import org.apache.shiro.util.ThreadContext;
import org.apache.shiro.web.servlet.Cookie;
import org.apache.shiro.web.servlet.Cookie.SameSiteOptions;
import org.apache.shiro.web.servlet.ShiroHttpServletRequest;
import org.apache.shiro.web.servlet.SimpleCookie;
import org.apache.shiro.web.session.mgt.DefaultWebSessionManager;
import org.apache.shiro.web.util.WebUtils;
import org.jspecify.annotations.Nullable;

/** Sessions live in memory: a restart signs people out, and no stored session can be stolen. */
final class Sessions extends DefaultWebSessionManager {

    private static final long IDLE_MILLIS = 30 * 60 * 1000L;

    Sessions() {
        setSessionIdUrlRewritingEnabled(false);
        setGlobalSessionTimeout(IDLE_MILLIS);
    }

    /**
     * From the cookie and nowhere else: Shiro would look into the address as well, where an id is passed on with a link,
     * stands in logs, and can be planted.
     */
    @Override
    protected @Nullable Serializable getSessionId(ServletRequest request, ServletResponse response) {
        var id = getSessionIdCookie().readValue(WebUtils.toHttp(request), WebUtils.toHttp(response));
        if (id == null) return null;
        request.setAttribute(
                ShiroHttpServletRequest.REFERENCED_SESSION_ID_SOURCE, ShiroHttpServletRequest.COOKIE_SESSION_ID_SOURCE);
        request.setAttribute(ShiroHttpServletRequest.REFERENCED_SESSION_ID, id);
        // Struck out again where it turns out to be unknown.
        request.setAttribute(ShiroHttpServletRequest.REFERENCED_SESSION_ID_IS_VALID, true);
        return id;
    }

    /** Over HTTPS the cookie never goes out without it; on the own machine there may be none. */
    @Override
    public Cookie getSessionIdCookie() {
        var cookie = new SimpleCookie("pujiang");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSiteOptions.LAX);
        cookie.setPath("/");
        var request = WebUtils.getHttpRequest(ThreadContext.getSubject());
        cookie.setSecure(request != null && request.isSecure());
        return cookie;
    }
}
