package pujiang.host.wiring;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import pujiang.app.start.StartFailure;

/**
 * Says in one line why the exchange did not start and what mends it. What it does not know is left to Spring Boot, with
 * the stack trace that a programmer will then need.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {

    private final ConfigurableApplicationContext context;

    StartFailures(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        var known = known(failure);
        known.ifPresent(told -> Progress.onErrorStream().line(told.line()));
        return known.isPresent();
    }

    /** The most telling cause: the database's own answer says more than Flyway's summary of it. */
    Optional<StartFailure> known(Throwable failure) {
        return first(failure, StartFailure.class)
                .or(() -> first(failure, PortInUseException.class).map(StartFailures::portTaken))
                .or(() -> first(failure, SQLException.class).flatMap(this::fromDatabase))
                .or(() -> first(failure, FlywayException.class).map(StartFailures::schemaRefused))
                .or(() -> first(failure, FileSystemException.class).map(StartFailures::notWritable));
    }

    private static StartFailure portTaken(PortInUseException taken) {
        return new StartFailure(
                "port %d is taken by another program; stop that one, or choose another port with --server.port=…"
                        .formatted(taken.getPort()),
                "端口 %d 已被其他程序占用；请停止该程序，或用 --server.port=… 指定其他端口".formatted(taken.getPort()));
    }

    /** Error numbers that MySQL and MariaDB share; a lost connection has a state of class 08 and no number. */
    private Optional<StartFailure> fromDatabase(SQLException refused) {
        var database = database();
        var says = firstLine(refused);
        if (refused.getSQLState() != null && refused.getSQLState().startsWith("08")) {
            return Optional.of(new StartFailure(
                    ("the database %s cannot be reached; start it, or correct spring.datasource.url, or leave that out"
                                    + " for the embedded one")
                            .formatted(database),
                    "无法连接数据库 %s；请启动数据库、更正 spring.datasource.url，或不设置它以使用内置数据库".formatted(database)));
        }
        return switch (refused.getErrorCode()) {
            case 1045 ->
                Optional.of(new StartFailure(
                        ("the database %s refuses the user or password (%s); "
                                        + "correct spring.datasource.username and spring.datasource.password")
                                .formatted(database, says),
                        "数据库 %s 拒绝用户名或密码；请更正 spring.datasource.username 和 spring.datasource.password"
                                .formatted(database)));
            case 1049 ->
                Optional.of(new StartFailure(
                        "the database server has no such database (%s): %s; create it, or correct spring.datasource.url"
                                .formatted(database, says),
                        "数据库不存在（%s）；请先创建，或更正 spring.datasource.url".formatted(database)));
            case 1044, 1142, 1143, 1227, 1370, 1410 ->
                Optional.of(new StartFailure(
                        "the database user lacks a right in %s (%s); grant it all privileges on that database"
                                .formatted(database, says),
                        "数据库用户在 %s 的权限不足；请授予该库的全部权限".formatted(database)));
            default -> Optional.empty();
        };
    }

    private static StartFailure schemaRefused(FlywayException refused) {
        return new StartFailure(
                ("the database's schema does not fit this release (%s); "
                                + "start the release that wrote it, or restore a backup made before")
                        .formatted(firstLine(refused)),
                "数据库结构与本版本不符；请使用写入它的版本，或恢复之前的备份");
    }

    private static StartFailure notWritable(FileSystemException refused) {
        return new StartFailure(
                "a file cannot be written (%s); check the free space and the rights of the data folder"
                        .formatted(firstLine(refused)),
                "文件无法写入（%s）；请检查磁盘空间和数据目录权限".formatted(refused.getFile()));
    }

    /** Without its parameters, where a password may stand. */
    private String database() {
        var url = context.getEnvironment().getProperty("spring.datasource.url", "in the data folder");
        return url.replaceFirst("\\?.*", "");
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
