package pujiang.web.security;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: keeps cookies, follows no redirects, reads the forms of pages. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Browser(int port) {
        this.port = port;
    }

    HttpResponse<String> signIn(String username, String password) throws Exception {
        return submit("/sign-in", Map.of("username", username, "password", password), "");
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    HttpResponse<String> submit(String path, Map<String, String> fields, String csrf) throws Exception {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        if (!csrf.isEmpty()) request.header("X-CSRF-Token", csrf);
        return send(request.POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> put(String path, String body, String csrf) throws Exception {
        var request = request(path).header("Content-Type", "application/json").header("X-CSRF-Token", csrf);
        return send(request.PUT(BodyPublishers.ofString(body)));
    }

    /** The token that the pages' forms carry. */
    String csrf() throws Exception {
        var page = get("/sign-in").body();
        var found = TOKEN.matcher(page);
        if (!found.find()) throw new AssertionError("no form with a token on " + page);
        return found.group(1);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
