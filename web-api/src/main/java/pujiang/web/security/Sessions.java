package pujiang.web.security;

import org.apache.shiro.util.ThreadContext;
import org.apache.shiro.web.servlet.Cookie;
import org.apache.shiro.web.servlet.Cookie.SameSiteOptions;
import org.apache.shiro.web.servlet.SimpleCookie;
import org.apache.shiro.web.session.mgt.DefaultWebSessionManager;
import org.apache.shiro.web.util.WebUtils;

/** Sessions live in memory: a restart signs people out, and no stored session can be stolen. */
final class Sessions extends DefaultWebSessionManager {

    private static final long IDLE_MILLIS = 30 * 60 * 1000L;

    Sessions() {
        setSessionIdUrlRewritingEnabled(false);
        setGlobalSessionTimeout(IDLE_MILLIS);
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
