package id.tanggap.masking.shape;

import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Finder;
import id.tanggap.masking.text.Folded;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers that identify nobody though they are long: days, hours, money, coordinates, codes of regions, references. */
public final class Unmasked implements Finder {
    private static final String HOUR = "(?:[01]?\\d|2[0-4])[.:][0-5]\\d";
    /** What was masked before. */
    private static final Pattern MARK = Pattern.compile("\\[[a-z]{3,8}(?: [a-z]{3,8})?\\]");

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("(?:https?://)?[a-z0-9.-]{1,60}\\.go\\.id(?:/[^\\s,;)]*)?"),
            Pattern.compile(
                    "(?:https?://)?(?:maps\\.app\\.goo\\.gl|goo\\.gl|(?:www\\.)?google\\.com/maps|maps\\.google\\.com)/[^\\s,;)]*"),
            Pattern.compile(Dates.NUMERIC),
            Pattern.compile("(?<![\\d.:])" + HOUR + "(?!\\d|[.:]\\d)"),
            Pattern.compile("(?<!\\p{L})(?:rp|idr)\\.? ?\\d[\\d.,]*"),
            Pattern.compile(
                    "(?<![\\d.,])(?:\\d{1,3}(?:[.,]\\d{3}){1,5}|\\d{1,6})(?:[.,]\\d{1,2})? ?(?:rupiah|ribu|rb|juta|jt|jutaan|miliar|milyar|triliun|meter|km|kg|cm|persen|%|kk|orang|unit|liter|watt|volt|kwh|ton)(?!\\p{L})"),
            // Of a region: province, regency, district, village.
            Pattern.compile("(?<![\\d.])\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}(?!\\d|[.-]\\d)"),
            // Degrees.
            Pattern.compile(
                    "(?<![\\d.,])-?(?:0|[1-9]\\d{0,2})[.,]\\d{3,14}\\s?[,;/ ]\\s?-?[1-9]\\d{0,2}[.,]\\d{3,14}(?![\\d.])|(?<![\\d.,])(?:-\\d{1,3}|1[01]\\d)[.,]\\d{4,14}(?![\\d.])"),
            // Landlines of offices, and where the treasury of a government has its money.
            Pattern.compile(
                    "(?<!\\p{L})(?:hotline|call ?cent(?:er|re)|damkar|pemadam(?: kebakaran)?|pmi|ambulans?|pln|pdam|bpbd|satpol(?: pp)?|dishub|dinas \\p{L}{2,15}|(?:kantor )?(?:kelurahan|kecamatan|kec|kel|dinas|desa|pos|polsek|pemkot|bpjs|pajak|imigrasi)|puskesmas|rsud|polsek|polresta|polres|pemkot|pemkab|samsat|dukcapil|disdukcapil)"
                            + "(?: (?!no|plg|pel|saya|sy|pak|bu|bapak|ibu)\\p{L}{2,15}){0,2} ?[:,]? ?\\(?0\\d{2,3}\\)?[ .\\-/]{1,3}\\d{3}[ .-]?\\d{2,5}(?![\\d-])"),
            Pattern.compile(
                    "(?<!\\p{L})(?:kas (?:umum )?(?:daerah|negara|kota)|kasda|rkud)(?!\\p{L})[^\\d\\n.]{0,40}\\d[\\d.-]{6,20}\\d"),
            // Letters, contracts, cases: parts with strokes, one of which is a year.
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}/])(?:[\\p{L}\\p{N}.-]{1,20}/){1,6}(?:19|20)\\d\\d(?:/[\\p{L}\\p{N}.-]{1,12}){0,6}(?![\\p{L}\\p{N}])"),
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}/])(?:19|20)\\d\\d/(?:[\\p{L}\\p{N}.-]{1,12}/){0,5}[\\p{L}\\p{N}.-]{1,12}(?![\\p{L}\\p{N}])"));

    private final Pattern complaint;

    /** @param prefixes what the numbers of complaints begin with, in lower case */
    public Unmasked(Set<String> prefixes) {
        var all = Stream.concat(prefixes.stream().map(Pattern::quote), Stream.of("ulas", "lapor", "aduan", "sp4n"));
        complaint = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + all.collect(Collectors.joining("|"))
                + ")[-/# ]{1,2}[\\p{N}a-z]{2,10}(?:[-/.][\\p{N}a-z]{1,12}){0,4}(?![\\p{L}\\p{N}])");
    }

    @Override
    public void find(Folded text, Claims claims) {
        keep(MARK, text, claims);
        if (text.hasDigits()) {
            keep(complaint, text, claims);
            PATTERNS.forEach(pattern -> keep(pattern, text, claims));
        }
    }

    private static void keep(Pattern pattern, Folded text, Claims claims) {
        pattern.matcher(text.lower())
                .results()
                .filter(found -> claims.isFree(found.start(), found.end()) && !isTelephone(found.group()))
                .forEach(found -> claims.keep(found.start(), found.end()));
    }

    /** 0811/345/2001 is no reference. */
    private static boolean isTelephone(String found) {
        return found.chars().noneMatch(Character::isLetter)
                && Phones.isMobile(found.chars()
                        .filter(Character::isDigit)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()));
    }
}
