package id.tanggap.masking.shape;

import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Finder;
import id.tanggap.masking.text.Folded;
import id.tanggap.masking.text.Kind;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Plates of vehicles: the letters of a region of Indonesia, up to four digits, up to three letters. */
public final class Plates implements Finder {
    private static final String REGION =
            "(?:a[abdeg]|b[abdeghklmnp]|d[abcdeghkklmnprstw]|e[abd]|k[bhtu]|p[abgsty]|[abdefghklmnprstwz])";
    private static final String GAP = "[ .\\-]{0,3}";
    private static final Pattern SHAPE = Pattern.compile("(?<![\\p{L}\\p{N}])(?<it>(?<region>" + REGION + ")" + GAP
            + "(?<digits>[1-9]\\d{0,3})" + GAP + "(?<series>[a-z]{1,3}))(?![\\p{L}\\p{N}])");
    private static final Pattern TOLD = Pattern.compile(
            "(?<![\\p{L}])(?:no\\.? ?pol(?:isi)?|nopol(?:nya)?|plat(?:nya)?|pelat|platnomor|nomor polisi|nomer polisi|nomor kendaraan|tnkb|berplat|bernopol|bernomor)(?![\\p{L}])"
                    + "(?:[\\s:.=,(-]{1,3}(?:nomor|nomer|no|nopol|polisi|mobil|motor|kendaraan|nya|adalah|merah|hitam|putih|kuning|truk|bus|itu|yaitu|saya|depan|belakang|cuma|hanya|k?e?lihatan|kliatan|keliatan|terlihat|akhiran|akhir|[a-z]{1,2}(?= [a-z]{1,2} ?\\d))(?![\\p{L}])){0,6}[\\s:.=,(\"-]{0,4}"
                    + "(?<it>[a-z]{1,2}" + GAP + "\\d(?: ?\\d){0,3}(?:" + GAP
                    + "[a-z]{1,3}(?![\\p{L}\\p{N}]))?|\\d{3,4} ?(?<series>[a-z]{2,3})(?![\\p{L}\\p{N}]))");
    /** Each character for itself, as OCR reads it and people spell it. */
    private static final Pattern SPELT = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?<it>(?:[a-z] ){1,2}[1-9](?: \\d){1,3}(?: [a-z]){2,3})(?![\\p{L}\\p{N}]| [a-z\\d](?!\\p{L}))");

    private static final Pattern VEHICLE = Pattern.compile(
            "(?<!\\p{L})(?:mobil|motor|truk|truck|bus|bis|angkot|pick ?up|pikap|taksi|ojek|sepeda motor|kendaraan|avanza|xenia|innova|vario|beat|scoopy|vixion|mio|supra|brio|jazz|ayla|agya|l300|colt|dump|elf|tronton|minibus|nopol|plat|pelat|honda|yamaha|toyota|suzuki|daihatsu|mitsubishi|isuzu|hino|fuso)\\P{N}{0,40}$");
    /** Of cars, which read like plates. */
    private static final Set<String> MODELS = Set.of("t 120 ss", "t120ss", "l 300 pu");

    private static final Set<String> NO_SERIES = Set.of(
            "rt", "rw", "di", "ke", "no", "jl", "gg", "wib", "dan", "yg", "itu", "ini", "dr", "kwh", "kg", "cm", "mm",
            "ml", "an", "th", "thn", "bln", "hr", "rb", "jt", "km");

    @Override
    public void find(Folded text, Claims claims) {
        if (!text.hasDigits()) {
            return;
        }
        TOLD.matcher(text.lower()).results().forEach(found -> told(found, claims));
        SPELT.matcher(text.lower()).results().forEach(found -> claims.take(Kind.PLATE, found, "it"));
        SHAPE.matcher(text.lower())
                .results()
                .filter(found -> isPlate(text, found))
                .forEach(found -> claims.take(Kind.PLATE, found, "it"));
    }

    private static void told(MatchResult found, Claims claims) {
        if (found.group("series") != null && NO_SERIES.contains(found.group("series"))) {
            return;
        }
        claims.take(Kind.PLATE, found, "it");
    }

    private static boolean isPlate(Folded text, MatchResult found) {
        if (NO_SERIES.contains(found.group("series")) || MODELS.contains(found.group())) {
            return false;
        }
        var sure = found.group("digits").length() + found.group("series").length();
        var single = found.group("region").length() == 1;
        if (isCapital(text, found) && !text.shouts()) {
            return single ? sure >= 5 && found.group("digits").length() > 1 : sure >= 3;
        }
        return single
                ? sure >= 5 && VEHICLE.matcher(before(text, found)).find()
                : sure >= 5 || VEHICLE.matcher(before(text, found)).find();
    }

    private static String before(Folded text, MatchResult found) {
        return text.lower().substring(Math.max(0, found.start() - 60), found.start());
    }

    private static boolean isCapital(Folded text, MatchResult found) {
        return Character.isUpperCase(text.text().charAt(found.start()))
                && Character.isUpperCase(text.text().charAt(found.end() - 1));
    }
}
