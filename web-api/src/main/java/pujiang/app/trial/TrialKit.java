package pujiang.app.trial;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The part of this program that a trial runs: our classes, the rule engine and what both need, in a folder of its own; no
 * Spring, no web server, no driver of a database. However this program was started (packaged, from class folders, by
 * tests), it is unpacked from there.
 */
record TrialKit(Path folder) {

    /** Classes that the rule engine and its answers need. */
    private static final Pattern NEEDED = Pattern.compile("(drools-[a-z-]+|kie-[a-z-]+|ecj|antlr-runtime|antlr4-runtime"
            + "|javaparser-core|xstream|mxparser|xmlpull|asm|commons-codec|joda-money|jspecify|slf4j-api"
            + "|jackson-(core|databind|annotations)|exchange-core|compliance-rules)-[0-9].*\\.jar");

    private static final List<String> OURS = List.of("pujiang/", "law/");
    private static final String PACKAGED = "BOOT-INF/";

    static TrialKit unpacked() throws IOException {
        var folder = Files.createTempDirectory("pujiang-trial-kit");
        Files.createDirectory(folder.resolve("lib"));
        Files.createDirectory(folder.resolve("classes"));
        var kit = new TrialKit(folder.toRealPath());
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) kit.take(Path.of(entry));
        if (!kit.isWhole()) {
            kit.delete();
            throw new IOException("the program's own files are not on its class path");
        }
        readableByAll(kit.folder());
        return kit;
    }

    boolean isWhole() {
        return Files.exists(folder.resolve("classes").resolve("pujiang/app/trial/TrialProgram.class"))
                && Files.exists(folder.resolve("lib"));
    }

    String classPath() {
        return folder.resolve("classes") + File.pathSeparator + folder.resolve("lib") + File.separator + "*";
    }

    void delete() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException _) {
            // It is in the system's folder for temporary files.
        }
    }

    private void take(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            takeFolder(entry);
        } else if (NEEDED.matcher(String.valueOf(entry.getFileName())).matches()) {
            Files.copy(entry, folder.resolve("lib").resolve(entry.getFileName()));
        } else if (entry.toString().endsWith(".jar") && Files.isRegularFile(entry)) {
            takePackaged(entry);
        }
    }

    private void takeFolder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = root.relativize(file).toString().replace('\\', '/');
                if (OURS.stream().noneMatch(name::startsWith)) continue;
                try (var content = Files.newInputStream(file)) {
                    write(folder.resolve("classes").resolve(name), content);
                }
            }
        }
    }

    /** In the packaged program, libraries are nested, and a plain Java machine cannot read them. */
    private void takePackaged(Path program) throws IOException {
        try (var jar = new JarFile(program.toFile())) {
            for (var entry : jar.stream()
                    .filter(each -> each.getName().startsWith(PACKAGED))
                    .toList()) {
                var target = target(entry.getName());
                if (target == null || entry.isDirectory()) continue;
                try (var content = jar.getInputStream(entry)) {
                    write(target, content);
                }
            }
        }
    }

    private @Nullable Path target(String entry) {
        var library = entry.substring(entry.lastIndexOf('/') + 1);
        if (entry.startsWith(PACKAGED + "lib/") && NEEDED.matcher(library).matches()) {
            return folder.resolve("lib").resolve(library);
        }
        var name = entry.startsWith(PACKAGED + "classes/") ? entry.substring((PACKAGED + "classes/").length()) : "";
        return OURS.stream().anyMatch(name::startsWith)
                ? folder.resolve("classes").resolve(name)
                : null;
    }

    private static void write(Path target, InputStream content) throws IOException {
        Files.createDirectories(target.getParent());
        // Of two folders with the same class the first counts, as on any class path.
        if (Files.notExists(target)) Files.copy(content, target);
    }

    /** Drafts are tried under another user. */
    private static void readableByAll(Path root) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return;
        try (Stream<Path> files = Files.walk(root)) {
            for (var file : files.toList()) {
                var rights = Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            }
        }
    }
}
