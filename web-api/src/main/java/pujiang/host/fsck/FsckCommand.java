package pujiang.host.fsck;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.unit.DataSize;
import pujiang.app.fsck.Check;
import pujiang.app.fsck.Contents;
import pujiang.app.fsck.Fsck;
import pujiang.app.json.TextInput;
import pujiang.app.start.StartFailure;
import pujiang.host.wiring.DatabaseAccess;
import pujiang.host.wiring.Progress;

/** {@code fsck}: does all that is stored fit together? It changes nothing, whether the exchange runs or not. */
public final class FsckCommand {

    private static final int CLEAN = 0;
    private static final int DAMAGED = 1;
    private static final int NOT_CHECKED = 2;

    private static final String USAGE =
            "fsck [--pujiang.data=<folder>] [--spring.datasource.url=<url> --spring.datasource.username=<user>"
                    + " --spring.datasource.password=<password>] [--contents=<none, all or a size such as 20GB>]";

    /** How much of the delivered files is read; whether they are there is seen in any case. */
    private static final String CONTENTS = "--contents=";

    /** Every feature that brings a check is a direct part of it. */
    private static final String FEATURES = Check.class.getPackageName().replaceFirst("\\.[^.]+$", "");

    private final Consumer<String> out;
    private final Progress err;

    public FsckCommand(Consumer<String> out, Progress err) {
        this.out = out;
        this.err = err;
    }

    /** @return 0 clean, 1 damage was found, 2 it could not be checked */
    public int run(List<String> arguments) {
        var strange = arguments.stream()
                .filter(argument -> !argument.matches("--[a-z.-]+=.*"))
                .findFirst();
        if (strange.isPresent()) {
            return refuse(
                    "unknown argument \"%s\"; usage: %s".formatted(strange.get(), USAGE),
                    "未知的参数“%s”；用法：%s".formatted(strange.get(), USAGE));
        }
        var most = most(arguments);
        if (most.isEmpty()) {
            return refuse("--contents must be none, all or a size such as 20GB", "--contents 须为 none、all 或者大小（如 20GB）");
        }
        try (var database = DatabaseAccess.open(arguments.toArray(String[]::new), err)) {
            return check(database, most.get());
        } catch (StartFailure failure) {
            return refuse(String.valueOf(failure.getMessage()), failure.chinese());
        } catch (SQLException failure) {
            return refuse(
                    "the database reports: %s; start it, or correct the address, user and password"
                            .formatted(failure.getMessage()),
                    "数据库报告：%s；请启动数据库，或更正地址、用户与密码".formatted(failure.getMessage()));
        } catch (IOException failure) {
            return refuse(
                    "a file cannot be read (%s); check the permissions of the data folder"
                            .formatted(TextInput.why(failure)),
                    "文件无法读取（%s）；请检查数据目录的权限".formatted(TextInput.why(failure)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return refuse("interrupted", "已被中断");
        }
    }

    /** Empty if it is not understood. */
    private static Optional<Long> most(List<String> arguments) {
        var said = arguments.stream()
                .filter(argument -> argument.startsWith(CONTENTS))
                .map(argument -> argument.substring(CONTENTS.length()))
                .toList();
        try {
            return Optional.of(
                    switch (said.isEmpty() ? "none" : said.getLast()) {
                        case "none" -> 0L;
                        case "all" -> Long.MAX_VALUE;
                        case String size -> notNegative(DataSize.parse(size).toBytes());
                    });
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static long notNegative(long bytes) {
        if (bytes < 0) throw new IllegalArgumentException("negative");
        return bytes;
    }

    private int check(DatabaseAccess database, long most) throws SQLException {
        try (var beans = checks();
                var connection = database.connect()) {
            err.line("fsck 核对: " + database.name());
            if (database.files().isEmpty()) {
                err.line("fsck: delivered files were not checked; name their data folder with --pujiang.data=…");
                err.line("fsck：未核对交付文件；请用 --pujiang.data=… 指定其数据目录");
            }
            var report = beans.getBean(Fsck.class).run(connection, contents(database, most), this::progress);
            report.lines().forEach(out);
            return report.damaged() == 0 ? CLEAN : DAMAGED;
        }
    }

    /** The checks of all features, found as the exchange finds them, and nothing else of it. */
    private static AnnotationConfigApplicationContext checks() {
        var beans = new AnnotationConfigApplicationContext();
        var scanner = new ClassPathBeanDefinitionScanner(beans, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Check.class));
        scanner.scan(FEATURES);
        beans.register(Fsck.class);
        beans.refresh();
        return beans;
    }

    private void progress(long events) {
        err.line("fsck: %,d events 事件".formatted(events));
    }

    private Contents contents(DatabaseAccess database, long most) {
        return new Contents() {
            @Override
            public Optional<Path> folder() {
                return database.files();
            }

            @Override
            public long most() {
                return most;
            }

            @Override
            public void progress(long bytes) {
                err.line("fsck: %,d bytes of files 字节（文件）".formatted(bytes));
            }
        };
    }

    private int refuse(String english, String chinese) {
        err.line("Cannot check: " + english);
        err.line("无法核对：" + chinese);
        return NOT_CHECKED;
    }
}
