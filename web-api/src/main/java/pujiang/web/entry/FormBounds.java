package pujiang.web.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The server reads all parameters of a request, those of a form among them, when the first is asked for. Asked for here, one
 * that has too many, is too long, breaks off or is no text is answered before anybody else stumbles over it.
 */
final class FormBounds extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            var _ = request.getParameterMap();
        } catch (InvalidParameterException unfit) {
            // Where the caller has hung up, the server has closed the answer already.
            if (!response.isCommitted()) response.sendError(unfit.getErrorCode());
            return;
        }
        chain.doFilter(request, response);
    }
}
