package pujiang.app.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files on their way in and out, for tests. */
public final class Parcels {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    public Parcels(int port) {
        this.port = port;
    }

    public HttpResponse<String> upload(String token, byte[] bytes, String type) throws Exception {
        return upload(token, sha256(bytes), BodyPublishers.ofByteArray(bytes), type);
    }

    public HttpResponse<String> upload(String token, String sha256, BodyPublisher body, String type) throws Exception {
        return http.send(
                to(token, "/api/v1/contents/" + sha256)
                        .header("Content-Type", type)
                        .PUT(body)
                        .build(),
                BodyHandlers.ofString());
    }

    /** @param headers names and values in turn */
    public HttpResponse<byte[]> fetch(String token, String method, String url, String... headers) throws Exception {
        var request = to(token, url).method(method, BodyPublishers.noBody());
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder to(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    public static byte[] bytes(int size, long seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    public static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    public static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
