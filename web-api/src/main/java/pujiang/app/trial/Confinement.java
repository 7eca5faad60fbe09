package pujiang.app.trial;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Restrictions of the operating system on a process in which a draft is tried, strictest first. Only standard tools of
 * Linux are used (util-linux and coreutils), so a machine without them, or one that forbids namespaces, restricts less;
 * {@link #unbounded} names the difference.
 */
public enum Confinement {
    /** No network, no file but the JDK and the rule engine, no other process, no rights, no file written. */
    OWN_ROOT("nothing beyond reading the JDK, the system's libraries and the rule engine", "仅可读取 JDK、系统库和规则引擎", "", ""),
    /** As before, but files that the exchange's user may read can be read. */
    NAMESPACES(
            "reading files that the process user may read; it cannot send them anywhere",
            "可读取其用户有权读取的文件，但没有网络",
            "it may not mount a root of their own for them",
            "不允许为其挂载独立的根目录"),
    /** Memory, time and writing are bounded, and as root another user is taken; no more. */
    LIMITS(
            "the network, files that its user may read, other processes of its user",
            "网络、其用户可读的文件及该用户的其他进程",
            "it has no namespaces (unshare), or forbids them",
            "没有命名空间（unshare）或禁止使用"),
    /** A process, a heap and a time limit, as Java has them everywhere. */
    NONE(
            "the network, files, memory outside of the heap, and processes that it starts",
            "网络、文件、堆外内存及其启动的进程",
            "it has neither namespaces (unshare) nor setpriv and prlimit, or forbids them",
            "既没有命名空间（unshare），也没有 setpriv 和 prlimit，或禁止使用");

    /** The user without files, by number: the name differs between systems. */
    private static final String NOBODY = "65534";

    private static final int MOST_FILES = 256;
    private static final int MOST_PROCESSES = 4096;

    /** Of addresses, beyond the heap: what a Java machine reserves and mostly does not use. */
    private static final long BESIDE_THE_HEAP = 2_688L << 20;

    private static final int PROBED_HEAP = 384 << 20;
    private static final Duration PROBE = Duration.ofSeconds(20);
    private static final List<String> DEVICES = List.of("/dev/null", "/dev/urandom", "/dev/random");
    private static final List<String> SYSTEM =
            List.of("/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/bin", "/usr/sbin", "/lib", "/lib64", "/bin", "/sbin");

    /** A root of its own: an empty one in memory, into which only what is named is bound, unwritable. */
    private static final String NEW_ROOT =
            """
            set -eu
            root=$1; shift
            mount -t tmpfs -o size=4m,mode=755 none "$root"
            while [ "$1" != -- ]; do
              if [ -d "$1" ]; then mkdir -p "$root$1"; else mkdir -p "$root${1%/*}"; : > "$root$1"; fi
              mount --bind "$1" "$root$1"
              mount -o remount,bind,ro "$root$1"
              shift
            done
            shift
            for link in /bin /sbin /lib /lib64; do
              if [ -h "$link" ]; then ln -s "$(readlink "$link")" "$root$link"; fi
            done
            mkdir "$root/proc"
            mount -t proc proc "$root/proc"
            mount -o remount,bind,ro "$root"
            exec chroot "$root" "$@"
            """;

    private final String unbounded;
    private final String unboundedZh;
    private final String missing;
    private final String missingZh;

    Confinement(String unbounded, String unboundedZh, String missing, String missingZh) {
        this.unbounded = unbounded;
        this.unboundedZh = unboundedZh;
        this.missing = missing;
        this.missingZh = missingZh;
    }

    /** Missing requirements of a stricter one; empty if the machine has all. */
    String missing() {
        return missing;
    }

    String missingZh() {
        return missingZh;
    }

    boolean isWeakerThan(Confinement other) {
        return compareTo(other) > 0;
    }

    /** Resources that a hostile draft could still reach. */
    String unbounded() {
        return unbounded;
    }

    String unboundedZh() {
        return unboundedZh;
    }

    /** The strictest one under which a Java machine starts here. */
    static Confinement strictest(Path folder) throws IOException, InterruptedException {
        for (var each : values()) {
            if (each == NONE || each.works(folder)) return each;
        }
        return NONE;
    }

    boolean works(Path folder) throws IOException, InterruptedException {
        var java = List.of(java().toString(), "-Xshare:auto", "-Xmx32m", "-XX:-UsePerfData", "-version");
        try {
            var probe = new ProcessBuilder(command(folder, List.of(), PROBE, PROBED_HEAP, java))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            only(probe);
            var process = probe.start();
            process.getOutputStream().close();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return process.waitFor(PROBE.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            // This machine does not have the tool.
            return false;
        }
    }

    /** Without the exchange's environment, which may contain a password. */
    static void only(ProcessBuilder builder) {
        var environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        environment.put("LC_ALL", "C.UTF-8");
        // Of its native memory glibc would keep 64 MB for each thread.
        environment.put("MALLOC_ARENA_MAX", "2");
    }

    /**
     * The command under this confinement.
     *
     * @param folder its own, empty; under {@link #OWN_ROOT} its root is put there
     * @param readable what it reads besides the JDK
     * @param most after which it is ended, even if the exchange is not alive
     * @param heap limit for Java, in bytes
     */
    List<String> command(Path folder, Collection<Path> readable, Duration most, long heap, List<String> java) {
        if (this == NONE) return java;
        var command = new ArrayList<>(List.of("timeout", "-s", "KILL", String.valueOf(most.toSeconds() + 1)));
        if (this != LIMITS) command.addAll(namespaces());
        if (this == OWN_ROOT) command.addAll(newRoot(folder, readable));
        command.addAll(withoutRights());
        command.addAll(limits(heap));
        command.addAll(java);
        return command;
    }

    private static List<String> namespaces() {
        var all = new ArrayList<>(List.of("unshare"));
        if (!isRoot()) all.addAll(List.of("--user", "--map-root-user"));
        all.addAll(List.of("--mount", "--pid", "--net", "--ipc", "--uts", "--fork", "--kill-child"));
        return all;
    }

    private static List<String> newRoot(Path folder, Collection<Path> readable) {
        var command = new ArrayList<>(List.of("sh", "-c", NEW_ROOT, "sh", folder.toString()));
        var bound = new ArrayList<Path>();
        Stream.concat(Stream.concat(system(), jdk()), readable.stream())
                .filter(path -> bound.stream().noneMatch(path::startsWith))
                .forEach(bound::add);
        bound.forEach(path -> command.add(path.toString()));
        command.addAll(DEVICES);
        command.add("--");
        return command;
    }

    /** Links are created again in the new root. */
    private static Stream<Path> system() {
        return SYSTEM.stream().map(Path::of).filter(path -> Files.isDirectory(path) && !Files.isSymbolicLink(path));
    }

    /** Distributions keep a JDK's settings elsewhere. */
    private static Stream<Path> jdk() {
        var home = Path.of(System.getProperty("java.home"));
        return Stream.of(
                        home, home.resolve("conf"), home.resolve("conf/security"), home.resolve("conf/security/policy"))
                .filter(Files::exists)
                .flatMap(path -> Stream.of(path, real(path)));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path;
        }
    }

    private List<String> withoutRights() {
        var command = new ArrayList<>(List.of("setpriv", "--no-new-privs", "--inh-caps=-all", "--pdeathsig", "KILL"));
        if (isRoot()) command.addAll(List.of("--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        if (isRoot() || this != LIMITS) command.add("--bounding-set=-all");
        return command;
    }

    private static List<String> limits(long heap) {
        return List.of(
                "prlimit",
                "--core=0",
                "--fsize=0",
                "--nofile=" + MOST_FILES,
                "--nproc=" + MOST_PROCESSES,
                "--as=" + (heap + BESIDE_THE_HEAP));
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
