package pujiang.web.fsck;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import pujiang.web.json.TextInput;
import pujiang.web.wiring.DatabaseAccess;
import pujiang.web.wiring.Progress;
import pujiang.web.wiring.StartFailure;

/** {@code fsck}: does all that is stored fit together? It changes nothing, whether the exchange runs or not. */
public final class FsckCommand {

    private static final int CLEAN = 0;
    private static final int DAMAGED = 1;
    private static final int NOT_CHECKED = 2;

    private static final String USAGE =
            "fsck [--pujiang.data=<folder>] [--spring.datasource.url=<url> --spring.datasource.username=<user>"
                    + " --spring.datasource.password=<password>]";

    /** Every feature is a direct part of it. */
    private static final String HOUSE = FsckCommand.class.getPackageName().replaceFirst("\\.[^.]+$", "");

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
                    "\"%s\" is not understood; usage: %s".formatted(strange.get(), USAGE),
                    "无法理解“%s”；用法：%s".formatted(strange.get(), USAGE));
        }
        try (var database = DatabaseAccess.open(arguments.toArray(String[]::new), err)) {
            return check(database);
        } catch (StartFailure failure) {
            return refuse(String.valueOf(failure.getMessage()), failure.chinese());
        } catch (SQLException failure) {
            return refuse(
                    "the database answers: %s; start it, or correct the address, user and password"
                            .formatted(failure.getMessage()),
                    "数据库应答：%s；请启动数据库，或更正地址、用户与密码".formatted(failure.getMessage()));
        } catch (IOException failure) {
            return refuse(
                    "a file cannot be read (%s); check the rights of the data folder".formatted(TextInput.why(failure)),
                    "文件无法读取（%s）；请检查数据目录的权限".formatted(TextInput.why(failure)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return refuse("it was interrupted", "已被中断");
        }
    }

    private int check(DatabaseAccess database) throws SQLException {
        try (var beans = checks();
                var connection = database.connect()) {
            err.line("fsck 核对: " + database.name());
            var report = beans.getBean(Fsck.class).run(connection, this::progress);
            report.lines().forEach(out);
            return report.damaged() == 0 ? CLEAN : DAMAGED;
        }
    }

    /** The checks of all features, found as the exchange finds them, and nothing else of it. */
    private static AnnotationConfigApplicationContext checks() {
        var beans = new AnnotationConfigApplicationContext();
        var scanner = new ClassPathBeanDefinitionScanner(beans, false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Check.class));
        scanner.scan(HOUSE);
        beans.register(Fsck.class);
        beans.refresh();
        return beans;
    }

    private void progress(long events) {
        err.line("fsck: %,d events 事件".formatted(events));
    }

    private int refuse(String english, String chinese) {
        err.line("Cannot check: " + english);
        err.line("无法核对：" + chinese);
        return NOT_CHECKED;
    }
}
