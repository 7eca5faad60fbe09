package pujiang.host;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The arguments of the program. An unknown one prevents the start of the exchange. */
record CommandLine(List<String> words) {

    static final String USAGE =
            """
            usage 用法: java -jar web-api.jar [COMMAND]
              (nothing 无)  start an exchange with its data in ./pujiang-data  启动交易所
              demo          start an exchange and play the demo  启动并演示
              evaluate      evaluate facts, print decisions  按事实作出判定
              verify        check a receipt, a certificate or a recall  验证交付回执、交易凭证或召回文件
              rules         export, validate and replay rules, report coverage  规则导出、检查、试算、统计
              fsck          check the consistency of all stored data  核对存储数据
            settings 设置: --name=value, for example 例如 --server.port=8081""";

    private static final Set<String> WORDS = Set.of("demo");
    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    /** Spring's two switches are settings without a value. */
    private static final Pattern SETTING =
            Pattern.compile("--[A-Za-z][\\w.\\[\\]-]*=.*|--debug|--trace", Pattern.DOTALL);

    static CommandLine of(String... arguments) {
        return new CommandLine(List.copyOf(Arrays.asList(arguments)));
    }

    boolean asksForHelp() {
        return !words.isEmpty() && HELP.contains(words.getFirst());
    }

    /** The first word that means nothing to an exchange that is to start. */
    Optional<String> strange() {
        return words.stream()
                .filter(word -> !WORDS.contains(word) && !SETTING.matcher(word).matches())
                .findFirst();
    }

    /**
     * The first word that has lost characters on its way, for the terminal's character set has none for them: under
     * {@code LC_ALL=C} Java knows no other than ASCII, and no file of such a name.
     */
    Optional<String> lost() {
        var known = terminal().newEncoder();
        return words.stream()
                .filter(word -> word.indexOf('\uFFFD') >= 0 || !known.canEncode(word))
                .findFirst();
    }

    /** How that is told. */
    static String lost(String word) {
        return ("\"%s\" cannot be written in this terminal's character set (%s); set LC_ALL=C.UTF-8 and try again"
                        + " 无法以当前字符集表示，请设置 LC_ALL=C.UTF-8 后重试")
                .formatted(word.replaceAll("[^ -~]", "?"), terminal());
    }

    private static Charset terminal() {
        try {
            return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return StandardCharsets.UTF_8;
        }
    }
}
