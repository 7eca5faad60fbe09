package pujiang.app.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;

/**
 * Text from elsewhere, as programs write it: UTF-8, with a mark at its beginning or without, or UTF-16. What is neither is
 * refused, not read as something else.
 */
public final class TextInput {

    private static final int MARK = 4;

    private TextInput() {}

    /** @throws CharacterCodingException here, or where the text is read, if it is no such text */
    public static Reader reader(InputStream bytes) throws IOException {
        var in = new PushbackInputStream(bytes, MARK);
        var start = in.readNBytes(MARK);
        var encoding = Encoding.of(start);
        in.unread(start, encoding.mark(), start.length - encoding.mark());
        var decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(in, decoder);
    }

    /** To be closed by the caller. */
    public static BufferedReader reader(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        try {
            return new BufferedReader(reader(bytes));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    public static String text(Path file) throws IOException {
        try (var reader = reader(file)) {
            return reader.readAllAsString();
        }
    }

    public static List<String> lines(Path file) throws IOException {
        return text(file).lines().toList();
    }

    /** The reason why a file could not be read or written, worded here and not by the decoder. */
    public static String why(IOException failure) {
        return switch (failure) {
            case CharacterCodingException _ -> "the text is neither UTF-8 nor UTF-16 既非 UTF-8 也非 UTF-16 文本";
            case NoSuchFileException missing -> "the file does not exist 文件不存在: " + missing.getFile();
            case NotDirectoryException other -> "not a directory 不是目录: " + other.getFile();
            case AccessDeniedException denied -> "no permission to read or write it 无权读写: " + denied.getFile();
            case FileSystemException other ->
                other.getFile() + (other.getReason() == null ? "" : " (" + other.getReason() + ")");
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** @param mark how many bytes at the beginning only say so */
    private record Encoding(Charset charset, int mark) {

        /** By the mark; without one, JSON and rules begin with two characters of ASCII. */
        static Encoding of(byte[] start) throws CharacterCodingException {
            if (begins(start, 0xff, 0xfe, 0, 0) || begins(start, 0, 0, 0xfe, 0xff))
                throw new CharacterCodingException();
            if (begins(start, 0xef, 0xbb, 0xbf)) return new Encoding(StandardCharsets.UTF_8, 3);
            if (begins(start, 0xfe, 0xff)) return new Encoding(StandardCharsets.UTF_16BE, 2);
            if (begins(start, 0xff, 0xfe)) return new Encoding(StandardCharsets.UTF_16LE, 2);
            if (start.length < 2 || (start[0] != 0 && start[1] != 0)) return new Encoding(StandardCharsets.UTF_8, 0);
            if (start[0] == 0 && start[1] == 0) throw new CharacterCodingException();
            return new Encoding(start[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 0);
        }

        private static boolean begins(byte[] start, int... with) {
            if (start.length < with.length) return false;
            for (int i = 0; i < with.length; i++) {
                if (Byte.toUnsignedInt(start[i]) != with[i]) return false;
            }
            return true;
        }
    }
}
