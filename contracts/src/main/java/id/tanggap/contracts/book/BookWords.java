package id.tanggap.contracts.book;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the platform calls in Indonesian what stands in the columns; no two values of a column are called alike. */
public final class BookWords {
    /** In place of the words of a secret complaint. */
    public static final String WITHHELD = "(rahasia)";

    /** In a link to where the citizen follows the complaint, before its number. */
    public static final String FOLLOWED = "/lacak/?nomor=";

    /** The same in links of earlier versions, which lie in books and on paper. */
    public static final String FOLLOWED_BEFORE = "/#lacak/";

    /** To the minute, by the government's own clock. */
    public static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);

    /** A value by what it is called, however it is written in capitals; null for what no value is called. */
    public static <T extends Enum<T>> @Nullable T called(String word, Class<T> values, Function<T, String> words) {
        return Stream.of(values.getEnumConstants())
                .filter(value -> words.apply(value).equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }

    public static String of(Channel channel) {
        return switch (channel) {
            case WEB -> "Website";
            case MOBILE_APP -> "Aplikasi";
            case WHATSAPP -> "WhatsApp";
            case SMS -> "SMS";
            case FACEBOOK -> "Facebook";
            case X -> "X";
            case INSTAGRAM -> "Instagram";
            case TELEGRAM -> "Telegram";
            case EMAIL -> "E-mail";
            case OPEN311 -> "Open311";
            case COUNTER -> "Loket";
            case LETTER -> "Surat";
        };
    }

    /** As the law calls the class (Permen PANRB 62/2018). */
    public static String of(ComplaintType type) {
        return switch (type) {
            case ASPIRATION -> "Aspirasi";
            case INFORMATION_REQUEST -> "Permintaan informasi";
            case ORDINARY -> "Pengaduan tidak berkadar pengawasan";
            case OVERSIGHT -> "Pengaduan berkadar pengawasan";
        };
    }

    public static String of(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> "Terbuka";
            case ANONYMOUS -> "Anonim";
            case SECRET -> "Rahasia";
        };
    }

    public static String of(ImportedState state) {
        return switch (state) {
            case OPEN -> "Belum dijawab";
            case ANSWERED -> "Dijawab";
            case ENDED -> "Berakhir";
        };
    }

    public static String of(ImportSource source) {
        return switch (source) {
            case SP4N -> "SP4N-LAPOR!";
            case RECAP_SHEET -> "Rekap kantor";
            case RECORD_BOOK -> "Buku aduan";
        };
    }

    private BookWords() {}
}
