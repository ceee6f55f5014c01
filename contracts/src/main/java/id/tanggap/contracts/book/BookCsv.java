package id.tanggap.contracts.book;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines after RFC 4180: every field in quotes, so that none is cut where a spreadsheet looks for another separator than
 * this one, and without anything that it could run as a formula.
 */
public final class BookCsv {
    /** At the beginning of a file: without it spreadsheets take UTF-8 for something else. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What stands between fields, and with it what stands before the decimals of a number. */
    public enum Separator {
        /** What spreadsheets look for where decimals stand behind a comma, as they do in Indonesia. */
        SEMICOLON(';', ','),
        COMMA(',', '.'),
        TAB('\t', ',');

        private final char sign;
        private final char decimal;

        Separator(char sign, char decimal) {
            this.sign = sign;
            this.decimal = decimal;
        }
    }

    private final Separator separator;

    public BookCsv(Separator separator) {
        this.separator = separator;
    }

    /** @param values each a {@link LocalDateTime} of the government's own clock, a {@link Number}, or words */
    public String line(List<? extends @Nullable Object> values) {
        return values.stream()
                .map(value -> '"' + field(value).replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(String.valueOf(separator.sign), "", "\r\n"));
    }

    private String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDateTime time -> BookWords.TIME.format(time);
            case Number number ->
                new BigDecimal(number.toString()).toPlainString().replace('.', separator.decimal);
            default -> Guard.put(value.toString());
        };
    }
}
