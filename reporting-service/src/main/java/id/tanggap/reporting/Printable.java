package id.tanggap.reporting;

/** Words as XML can hold them, and so a page, a letter and a sheet: it knows no control characters. */
public final class Printable {

    public static String of(String words) {
        return words.codePoints()
                .filter(c ->
                        c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF || c == '\n' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Printable() {}
}
