package id.tanggap.citizen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java file of the checkout, read for the texts in it. */
record JavaSource(String code) {
    private static final Path ROOT = Path.of("..");
    private static final String STRING = "\"(?:\\\\.|[^\"\\\\\n])*\"";

    /** What may hold a quotation mark and is no string. */
    private static final String ELSE = "/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|'(?:\\\\.|[^'\\\\])'";

    /** Parts that are joined are one text. */
    private static final Pattern TOKEN =
            Pattern.compile("%s|(?<text>%s(?:\\s*\\+\\s*%<s)*)".formatted(ELSE, STRING), Pattern.DOTALL);

    private static final Pattern ONE_STRING = Pattern.compile(STRING);
    private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u+(\\p{XDigit}{4})");
    private static final Pattern TO_NOBODY = Pattern.compile("(Exception|Watch|LOG\\.\\w+|startsWith)\\(\\s*$");

    /** @param path of a file or a folder, from the root of the project */
    static Stream<JavaSource> under(String path) {
        try (var files = Files.walk(ROOT.resolve(path))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(JavaSource::read).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A string, or several joined by a plus sign; what stands in a comment or a text block is none. */
    Stream<Text> texts() {
        return TOKEN.matcher(code)
                .results()
                .filter(token -> token.group("text") != null)
                .map(token ->
                        new Text(joined(token.group()), code.substring(0, token.start()), code.substring(token.end())));
    }

    /** @param before all of the code in front of it */
    record Text(String words, String before, String after) {
        /** Whether a value is put together with it. */
        boolean isPart() {
            return before.stripTrailing().endsWith("+") || after.stripLeading().startsWith("+");
        }

        /** Whether it is for us alone: in a log, in the message of an exception. */
        boolean isToNobody() {
            return TO_NOBODY.matcher(before).find();
        }
    }

    private static String joined(String strings) {
        var written = ONE_STRING
                .matcher(strings)
                .results()
                .map(string -> string.group().substring(1, string.group().length() - 1))
                .collect(Collectors.joining());
        return UNICODE.matcher(written).replaceAll(JavaSource::character).translateEscapes();
    }

    private static String character(MatchResult escape) {
        var character = Character.toString(Integer.parseInt(escape.group(2), 16));
        return Matcher.quoteReplacement(escape.group(1) + character);
    }

    private static JavaSource read(Path file) {
        try {
            return new JavaSource(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
