package pujiang.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged exchange in a JVM of its own, with its embedded database; nothing of it is left when this is closed. */
final class Exchange implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Pattern HEAP = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");
    private static final Pattern DATABASE_PORT = Pattern.compile("(?m)^port=(\\d+)$");

    private final Process process;
    private final URI address;
    private final Path data;
    private final Duration start;
    /** The database's, which the exchange leaves behind if it is killed. */
    private volatile List<ProcessHandle> left = List.of();

    private Exchange(Process process, URI address, Path data, long began) throws IOException, InterruptedException {
        this.process = process;
        this.address = address;
        this.data = data;
        // Also when this JVM is told to end; to end it twice does no harm.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        try {
            awaitAnswer(began);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
        this.start = Duration.ofNanos(System.nanoTime() - began);
        this.left = process.descendants().toList();
    }

    /** Starts it and waits for its first answer. */
    static Exchange start(Path jar, Path data, String... options) throws IOException, InterruptedException {
        Files.createDirectories(data);
        int port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xlog:gc:file=" + data.resolve("gc.log")));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--pujiang.data=" + data));
        // One operator brings the money of every client at once.
        command.add("--pujiang.settlement.four-eyes-from=1000000000000");
        long began = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("exchange.log").toFile()))
                .start();
        return new Exchange(process, URI.create("http://localhost:" + port), data, began);
    }

    URI address() {
        return address;
    }

    /** From the start of the process to the first request that is answered. */
    Duration start() {
        return start;
    }

    String secret(String name) throws IOException {
        return Files.readString(data.resolve("secrets").resolve(name)).strip();
    }

    /** With the same driver settings as the exchange's own connections. */
    String databaseUrl() throws IOException {
        var settings = Files.readString(data.resolve("database").resolve("server.cnf"));
        var port = DATABASE_PORT.matcher(settings);
        if (!port.find()) throw new IOException("no port in " + settings);
        return "jdbc:mysql://127.0.0.1:" + port.group(1) + "/pujiang?sslMode=DISABLED&useServerPrepStmts=true"
                + "&cachePrepStmts=true&prepStmtCacheSize=250&prepStmtCacheSqlLimit=4096&rewriteBatchedStatements=true"
                + "&useLocalSessionState=true&elideSetAutoCommits=true&connectionTimeZone=UTC"
                + "&forceConnectionTimeZoneToSession=true";
    }

    /** The most that was ever on the heap, garbage included, as each collection found it. */
    long heapHighWaterMegabytes() throws IOException {
        return HEAP.matcher(Files.readString(data.resolve("gc.log")))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    /** What the machine gave the exchange's JVM at most, or 0 where the machine does not say. */
    long residentHighWaterMegabytes() throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (Files.notExists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** What the JVM has used of the processors so far. */
    Duration processorTime() {
        return processorTime(process.toHandle());
    }

    /** What its database has used. */
    Duration databaseProcessorTime() {
        return process.descendants().map(Exchange::processorTime).reduce(Duration.ZERO, Duration::plus);
    }

    static Duration processorTime(ProcessHandle of) {
        return of.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void awaitAnswer(long began) throws IOException, InterruptedException {
        while (!answers()) {
            if (!process.isAlive()) throw new IOException("the exchange ended; see " + data.resolve("exchange.log"));
            if (System.nanoTime() - began > START_LIMIT.toNanos()) throw new IOException("the exchange is silent");
            Thread.sleep(10);
        }
    }

    private boolean answers() {
        try {
            var connection =
                    (HttpURLConnection) address.resolve("/api/v1/keys").toURL().openConnection();
            connection.setReadTimeout(30_000);
            return connection.getResponseCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** As when somebody kills it: its database is left behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The exchange is left without a database, and answers on. */
    void killDatabase() {
        left.forEach(ProcessHandle::destroyForcibly);
    }

    /** Asks it to stop, and makes sure of it and of the database that it started. */
    @Override
    public void close() {
        var all = process.isAlive() ? process.descendants().toList() : left;
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }
}
