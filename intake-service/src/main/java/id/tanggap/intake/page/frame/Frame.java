package id.tanggap.intake.page.frame;

import id.tanggap.citizen.Asset;
import id.tanggap.citizen.Language;
import id.tanggap.governments.Government;
import id.tanggap.intake.tracking.Saying;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a page needs whatever it shows.
 *
 * @param path of the page itself
 * @param token to be sent along with its forms
 * @param governments that take complaints here
 * @param lodged the government whose form was open last; empty when there was none
 */
public record Frame(Language language, String path, String token, List<Government> governments, String lodged) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    public String say(String sentence, Object... values) {
        return language.say(sentence, values);
    }

    public String tell(List<Saying> said) {
        return said.stream()
                .map(saying -> language.say(saying.sentence(), saying.values()))
                .collect(Collectors.joining(" "));
    }

    public String asset(String name) {
        return Asset.valueOf(name).address();
    }

    public boolean isIn(String folder) {
        return path.startsWith(folder);
    }

    /** Whether a browser keeps it for times without a connection: it holds nothing of anybody. */
    public boolean isWithoutConnection() {
        return path.endsWith("/luring");
    }

    /** Whether it says sentences as they are written. */
    public boolean isIndonesian() {
        return language == Language.INDONESIAN;
    }

    public boolean isJavanese() {
        return language == Language.JAVANESE;
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** The form itself where there is no choice to make. */
    public String lodgeAddress() {
        if (governments.size() == 1) {
            return "/lapor/" + governments.getFirst().id() + "/";
        }
        return lodged.isEmpty() ? "/" : "/lapor/" + lodged + "/";
    }

    /** A moment as people read it. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofPattern("EEE, d MMM yyyy, HH.mm", Locale.forLanguageTag(language.tag()))
                        .format(at.atZone(ZONE))
                + "\u00a0" + zone();
    }

    /** A day as people read it. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE, d MMM yyyy", Locale.forLanguageTag(language.tag()))
                .format(day);
    }

    public String zone() {
        return "WIB";
    }

    /** When the counter is open, a line for days that are alike. */
    public List<String> hours(Government government) {
        return OpeningHours.of(government.calendar().week(), language);
    }
}
