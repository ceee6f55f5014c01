package id.tanggap.intake.masking;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what identifies a person: identity numbers, telephone numbers, other long numbers, e-mail addresses, account
 * names, and the name the complainant gave. Of real complaints 2-3 % carry an identity number and 1.5 % a telephone
 * number.
 *
 * <p>Prefers to mask too much: a reference number of nine digits is no loss, a telephone number left in is.
 */
public final class Masking {
    /** Digits with the separators people and phones put between them; possessive, so that no text makes it slow. */
    private static final Pattern IDENTIFIER =
            Pattern.compile("(?<email>[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4})"
                    + "|(?<account>(?<![\\w@])@[\\w.]{2,40})"
                    + "|(?<number>(?<!\\p{Nd})\\+?\\p{Nd}(?:[\\p{Z}\\p{Pd}\\p{Cf}._()/:]{0,3}+\\p{Nd}){8,}+)");

    private static final int IDENTITY_NUMBER_DIGITS = 16;
    private static final int SHORTEST_PHONE = 9;
    private static final int LONGEST_PHONE = 15;
    private static final int SHORTEST_NAME_PART = 3;

    private final @Nullable Pattern name;

    private Masking(@Nullable Pattern name) {
        this.name = name;
    }

    /** @param complainant the name the complainant gave; its parts are masked wherever they stand */
    public static Masking of(@Nullable String complainant) {
        if (complainant == null) {
            return new Masking(null);
        }
        var parts = Stream.of(complainant.strip().split("[\\s,.]+"))
                .filter(part -> part.length() >= SHORTEST_NAME_PART)
                .filter(Predicate.not(Masking::isForm))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return new Masking(
                parts.isEmpty()
                        ? null
                        : Pattern.compile(
                                "(?<![\\p{L}\\p{N}])(?:" + parts + ")(?![\\p{L}\\p{N}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    public @Nullable String mask(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var masked = mayIdentify(text) ? IDENTIFIER.matcher(text).replaceAll(Masking::replacement) : text;
        return name == null ? masked : name.matcher(masked).replaceAll("[NAMA]");
    }

    /** Most texts hold neither an @ nor nine digits and need no search. */
    private static boolean mayIdentify(String text) {
        var digits = 0;
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '@' || (Character.isDigit(letter) && ++digits == SHORTEST_PHONE)) {
                return true;
            }
        }
        return false;
    }

    private static String replacement(MatchResult match) {
        if (match.group("email") != null) {
            return "[EMAIL]";
        }
        if (match.group("account") != null) {
            return "[AKUN]";
        }
        return number(match.group("number").replaceAll("\\P{Nd}", ""));
    }

    private static String number(String digits) {
        if (digits.length() == IDENTITY_NUMBER_DIGITS) {
            return "[NIK]";
        }
        var phone = (digits.startsWith("0") || digits.startsWith("62")) && digits.length() <= LONGEST_PHONE;
        return phone ? "[TELEPON]" : "[NOMOR]";
    }

    /** Forms of address are no names. */
    private static boolean isForm(String part) {
        return switch (part.toLowerCase(Locale.ROOT)) {
            case "bapak", "ibu", "pak", "sdr", "sdri", "bpk", "mas", "mbak", "haji", "drs", "tuan", "nyonya", "warga" ->
                true;
            default -> false;
        };
    }
}
