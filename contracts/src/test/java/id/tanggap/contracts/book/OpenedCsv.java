package id.tanggap.contracts.book;

import java.util.ArrayList;
import java.util.List;

/**
 * A CSV as spreadsheets open it: a quote at the beginning of a cell encloses it until the next one that stands alone, any other
 * quote is a letter; a line ends outside of quotes.
 */
final class OpenedCsv {
    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int next;

    private OpenedCsv(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static List<List<String>> rows(String text, char separator) {
        var opened = new OpenedCsv(text, separator);
        while (opened.next < text.length()) {
            opened.cell();
        }
        return opened.rows;
    }

    private void cell() {
        var cell = new StringBuilder();
        if (text.charAt(next) == '"') {
            next++;
            enclosed(cell);
        }
        while (next < text.length() && text.charAt(next) != separator && !endsLine()) {
            cell.append(text.charAt(next++));
        }
        row.add(cell.toString());
        end();
    }

    private void enclosed(StringBuilder cell) {
        while (next < text.length()) {
            var sign = text.charAt(next++);
            if (sign != '"') {
                cell.append(sign);
            } else if (next < text.length() && text.charAt(next) == '"') {
                cell.append(text.charAt(next++));
            } else {
                return;
            }
        }
    }

    private void end() {
        if (next >= text.length() || endsLine()) {
            rows.add(row);
            row = new ArrayList<>();
            next += text.startsWith("\r\n", next) ? 2 : 1;
        } else {
            next++;
        }
    }

    private boolean endsLine() {
        return text.charAt(next) == '\n' || text.charAt(next) == '\r';
    }
}
