package id.tanggap.reporting.document.figure;

import id.tanggap.proof.Digest;
import id.tanggap.reporting.recap.figures.Figures.AnswerTime;
import id.tanggap.reporting.recap.figures.Satisfaction;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times as an Indonesian report writes them. */
public final class Words {
    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", INDONESIAN);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", INDONESIAN);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/uuuu", INDONESIAN);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH.mm zzz", INDONESIAN);

    private static final List<String> SMALL = List.of(
            "nol",
            "satu",
            "dua",
            "tiga",
            "empat",
            "lima",
            "enam",
            "tujuh",
            "delapan",
            "sembilan",
            "sepuluh",
            "sebelas");

    public static String number(long number) {
        return String.format(INDONESIAN, "%,d", number);
    }

    /** With two decimals. */
    public static String decimal(double number) {
        return String.format(INDONESIAN, "%.2f", number);
    }

    /** As figures and, so that nobody changes them, as words: {@code 1.500 (seribu lima ratus)}. */
    public static String counted(long number) {
        return "%s (%s)".formatted(number(number), spelled(number));
    }

    /** @param number from 0, below a million millions */
    public static String spelled(long number) {
        if (number < SMALL.size()) {
            return SMALL.get((int) number);
        }
        if (number < 20) {
            return spelled(number - 10) + " belas";
        }
        if (number < 100) {
            return spelled(number, 10, "puluh");
        }
        if (number < 1_000) {
            return number < 200 ? followed("seratus", number - 100) : spelled(number, 100, "ratus");
        }
        if (number < 1_000_000) {
            return number < 2_000 ? followed("seribu", number - 1_000) : spelled(number, 1_000, "ribu");
        }
        return number < 1_000_000_000 ? spelled(number, 1_000_000, "juta") : spelled(number, 1_000_000_000, "miliar");
    }

    private static String spelled(long number, long unit, String name) {
        return followed(spelled(number / unit) + " " + name, number % unit);
    }

    private static String followed(String spelled, long rest) {
        return rest == 0 ? spelled : spelled + " " + spelled(rest);
    }

    /** In groups that can be compared by eye. */
    public static String groups(Digest digest) {
        return digest.hex().replaceAll("(.{8})", "$1 ").strip();
    }

    /** The index and what it means. */
    public static String index(Satisfaction said) {
        return decimal(said.index())
                + (said.grade() == null ? "" : " (mutu %s, %s)".formatted(said.grade(), said.gradeName()));
    }

    /** A share in percent with one decimal; a dash of nothing. */
    public static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(INDONESIAN, "%.1f %%", 100.0 * part / whole);
    }

    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    public static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    public static String shortDay(@Nullable Instant at, ZoneId zone) {
        return at == null ? "–" : SHORT.format(at.atZone(zone));
    }

    public static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    /** Whole days as such; else to the minute, from an hour on in tenths of an hour, from two days on of a day. */
    public static String duration(Duration duration) {
        if (AnswerTime.isByDay(duration)) {
            return duration.isZero() ? "hari yang sama" : number(duration.toDays()) + " hari";
        }
        if (duration.toMinutes() < 1) {
            return "kurang dari 1 menit";
        }
        if (duration.toMinutes() < 60) {
            return duration.toMinutes() + " menit";
        }
        if (duration.toHours() < 48) {
            return String.format(INDONESIAN, "%.1f jam", duration.toMinutes() / 60.0);
        }
        return String.format(INDONESIAN, "%.1f hari", duration.toMinutes() / 1440.0);
    }

    /** As the end of a sentence on what happened within it. */
    public static String within(Duration duration) {
        return duration.isZero() ? "pada hari yang sama" : "paling lama " + duration(duration);
    }

    /** Who owes the next step of an open complaint. */
    public static String position(String role) {
        return switch (role) {
            case "AGENCY_ADMIN" -> "Admin OPD";
            case "DIVISION" -> "Bidang";
            case "COORDINATOR" -> "Koordinator";
            case "COMPLAINANT" -> "Warga (menunggu kelengkapan)";
            default -> "Petugas penerima";
        };
    }

    /** By how many days it has been open at least. */
    public static String age(int days) {
        return switch (days) {
            case 0 -> "kurang dari 3 hari";
            case 3 -> "3 sampai 6 hari";
            case 7 -> "7 sampai 13 hari";
            case 14 -> "14 sampai 59 hari";
            default -> days + " hari atau lebih";
        };
    }

    public static String misrouting(String reason) {
        return switch (reason) {
            case "NOT_OUR_DUTY" -> "Bukan tugas instansi itu";
            case "OTHER_AREA" -> "Wilayah lain";
            case "OUTSIDE_JURISDICTION" -> "Bukan kewenangan pemerintah daerah";
            case "WRONG_CATEGORY" -> "Kategori tidak sesuai";
            default -> reason;
        };
    }

    private Words() {}
}
