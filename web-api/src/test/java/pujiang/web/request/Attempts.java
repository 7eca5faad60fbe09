package pujiang.web.request;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import pujiang.web.Market;
import pujiang.web.security.AccessTable.Row;
import pujiang.web.security.AccessThings;
import tools.jackson.databind.JsonNode;

/** Requests with something in their path, their query or their form that nobody means. */
final class Attempts {

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    /** In a path or a query. */
    private static final List<String> TOKENS = List.of(
            "",
            "-1",
            "99999999999999999999",
            "9223372036854775807",
            "😀",
            "\0",
            "x".repeat(4_000),
            "+999999999-12-31",
            "..",
            "'");

    /** In a field of a form. */
    private static final List<String> FORM_VALUES = List.of(
            "",
            "\0",
            "😀".repeat(2_000),
            "x".repeat(20_000),
            "+999999999-12-31",
            "+999999999-12-31T00:00",
            "-1",
            "99999999999999999999",
            "NaN");

    private final Walkers walkers;
    private final JsonNode api;

    Attempts(Walkers walkers, JsonNode api) {
        this.walkers = walkers;
        this.api = api;
    }

    /** One place of the path, one parameter of the query, one field of the form at a time. */
    List<HttpRequest.Builder> of(Row row, AccessThings things) {
        var attempts = new ArrayList<HttpRequest.Builder>();
        if (row.path().startsWith("/api/") && !row.method().equals("GET")) {
            for (var value : TOKENS) {
                places(row.path(), value)
                        .forEach(path -> attempts.add(walkers.request(things.filled(path))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", Market.fresh("key"))
                                .method(row.method(), BodyPublishers.ofString("{}"))));
            }
        } else if (row.method().equals("GET")) {
            for (var value : TOKENS) {
                places(row.path(), value).forEach(path -> attempts.add(walkers.request(things.filled(path))));
                parameters(row)
                        .forEach(name -> attempts.add(
                                walkers.request(things.filled(row.path().replaceFirst("\\?.*", "")) + "?" + name + "="
                                        + Walkers.coded(value))));
            }
        } else if (row.method().equals("POST")) {
            var path = things.filled(row.path());
            for (var value : FORM_VALUES) {
                forms(things.body(row.body()), value)
                        .forEach(form -> attempts.add(walkers.request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))));
            }
        }
        return attempts;
    }

    private static List<String> places(String path, String value) {
        var paths = new ArrayList<String>();
        var place = PLACE.matcher(path);
        while (place.find()) {
            paths.add(path.substring(0, place.start()) + Walkers.coded(value) + path.substring(place.end()));
        }
        return paths;
    }

    private List<String> parameters(Row row) {
        var path = row.endpoint().substring(row.endpoint().indexOf(' ') + 1);
        var described = api.at("/paths/" + path.replace("/", "~1") + "/get/parameters");
        var names = new ArrayList<>(List.of("limit", "cursor", "state"));
        described.forEach(parameter -> names.add(parameter.path("name").asString()));
        return names.stream().distinct().toList();
    }

    private static List<String> forms(String good, String value) {
        if (good.isEmpty()) return List.of();
        var parts = List.of(good.split("&", -1));
        return parts.stream()
                .map(part -> good.replace(part, part.substring(0, part.indexOf('=') + 1) + Walkers.coded(value)))
                .toList();
    }
}
