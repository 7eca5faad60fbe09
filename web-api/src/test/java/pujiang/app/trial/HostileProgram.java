package pujiang.app.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import pujiang.app.trial.Message.Book;
import pujiang.app.trial.Message.Failure;
import pujiang.app.trial.TrialStep.Ending;

/**
 * What a draft would be that got through the reader with any Java it likes: it runs where a draft runs, and does what it is
 * told. What came of it is told back as a failure.
 */
final class HostileProgram {

    static final String DEED = "deed";
    static final String WHERE = "where";

    private HostileProgram() {}

    static Book told(String deed, String where) {
        return new Book(new TreeMap<>(Map.of(DEED, deed, WHERE, where)), Duration.ofSeconds(5));
    }

    public static void main(String... arguments) throws Exception {
        var out = new FileOutputStream(FileDescriptor.out);
        var frames = new Frames(System.in, out);
        var told =
                Message.read(frames.read().orElseThrow().content(), Book.class).texts();
        var came = done(told.getOrDefault(DEED, ""), told.getOrDefault(WHERE, ""), out);
        frames.write(Ending.FAILED.letter(), Message.bytes(new Failure(came)));
    }

    private static String done(String deed, String where, OutputStream out) throws IOException {
        try {
            return switch (deed) {
                case "write" -> "written " + Files.writeString(Path.of(where), "I was here");
                case "read" -> "read " + Files.readString(Path.of(where));
                case "connect" -> connected(Integer.parseInt(where));
                case "environment" -> "environment " + System.getenv();
                case "start" -> started(where);
                case "allocate" -> allocated();
                case "loop" -> looped();
                case "sleep" -> slept();
                case "end" -> ended();
                default -> printed(deed, out);
            };
        } catch (Exception e) {
            return "no: " + e;
        }
    }

    private static String connected(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return "connected " + socket.isConnected();
        }
    }

    /** It goes on when this one has ended. */
    private static String started(String seconds) throws IOException {
        var process = new ProcessBuilder("sleep", seconds).start();
        return process.isAlive() ? looped() : "no";
    }

    private static String allocated() {
        var all = new ArrayList<long[]>();
        for (int sum = 0; ; sum += all.getLast().length) all.add(new long[(1 << 20) + (sum & 1)]);
    }

    private static String looped() {
        long count = 0;
        while (count >= 0) count = (count + 1) % Long.MAX_VALUE;
        return "never";
    }

    /** Without a look at its input, as if nobody had ended. */
    private static String slept() {
        while (true) LockSupport.park();
    }

    private static String ended() {
        Runtime.getRuntime().halt(7);
        return "never";
    }

    private static String printed(String what, OutputStream out) throws IOException {
        switch (what) {
            case "nonsense" -> out.write("Hello, exchange. ".repeat(10).getBytes(UTF_8));
            case "two gigabytes" -> out.write(new byte[] {'d', 0x7f, -1, -1, -1});
            case "less than nothing" -> out.write(new byte[] {'d', -1, -1, -1, -1});
            case "half a message" -> out.write(new byte[] {'d', 0, 0, 1, 0, '{'});
            case "no JSON" -> out.write(message('d', "{"));
            case "something unknown" -> out.write(message('d', "{\"rules\": 1, \"more\": true}"));
            case "something missing" -> out.write(message('d', "{}"));
            case "an unknown letter" -> out.write(message('?', "{}"));
            case "faults that are none" -> out.write(message('f', "{\"text\": \"\", \"faults\": null}"));
            default -> throw new IllegalArgumentException(what);
        }
        out.flush();
        out.close();
        return ended();
    }

    private static byte[] message(char letter, String json) {
        var message = new byte[5 + json.length()];
        message[0] = (byte) letter;
        message[4] = (byte) json.length();
        System.arraycopy(json.getBytes(UTF_8), 0, message, 5, json.length());
        return message;
    }
}
