package id.tanggap.masking.shape;

import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Finder;
import id.tanggap.masking.text.Folded;
import id.tanggap.masking.text.Kind;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A date after a word for birth, or right behind an identity number. The day an akta kelahiran was asked for is none. */
public final class BirthDates implements Finder {
    private static final int REACH = 20;
    private static final Pattern BORN = Pattern.compile(
            "(?:(?<![\\p{L}])|(?=ttl:))(?:(?:di)?lahir(?:nya|kan|ku|e|ipun)?|lair(?:an|e|ku|ipun)?|birthday(?:nya|ku)?|lhr|lhir|ttl|t\\.t\\.l\\.?|kelahiran(?:nya)?|ultah|ulang tahun|dob)(?![\\p{L}])"
                    + "(?<between>(?:(?!lahir|ttl|lair)[^\\d!?\\n;]){0,60}?)(?<it>" + Dates.ANY + "|(?<!\\d)"
                    + Dates.SIX_DIGITS + ")");
    private static final Pattern BESIDE_IDENTITY =
            Pattern.compile("(?<!\\d)(?:\\d[ .-]?){15}\\d[ ,/;.:()-]{1,4}(?<it>" + Dates.ANY + ")");
    private static final Pattern TOLD_BEHIND =
            Pattern.compile("(?<it>" + Dates.ANY + ") ?\\((?:tempat,? ?)?(?:tgl|tanggal)?\\.? ?lahir");
    /** "... di KTP tertulis 17-08-1956": the wrong one is one too. */
    private static final Pattern AGAIN = Pattern.compile(
            "[^\\d!?\\n;]{0,30}?(?:ktp|kk|ditulis|tertulis|harus|benar|bukan|salah|ijazah|jadi)[^\\d!?\\n;]{0,20}?(?<it>"
                    + Dates.ANY + ")");

    private static final Pattern PAPERS = Pattern.compile(
            "(?:akta|akte|surat|keterangan|dokumen|pencatatan|blangko|formulir|kutipan|ket)(?:nya)?[\\s:.=,/()-]+(?:ke)?$");
    private static final Pattern OTHER_DAY = Pattern.compile(
            "perda|perwali|undang|program|kota|sejak|mulai|sudah|belum|sampai|hingga|urus|dibuat|bikin|aju|daftar|terbit|jadi|selesai|ambil|lapor|proses|minta|antri|datang|kirim|upload|unggah|cetak|tunggu");

    @Override
    public void find(Folded text, Claims claims) {
        if (!text.hasDigits()) {
            return;
        }
        TOLD_BEHIND.matcher(text.lower()).results().forEach(found -> take(found, claims));
        BORN.matcher(text.lower())
                .results()
                .filter(found -> isBirth(text, found))
                .forEach(found -> {
                    take(found, claims);
                    again(text, found.end(), claims);
                });
        BESIDE_IDENTITY.matcher(text.lower()).results().forEach(found -> take(found, claims));
    }

    private static void again(Folded text, int from, Claims claims) {
        var next = AGAIN.matcher(text.lower()).region(from, text.length());
        if (next.lookingAt()) {
            take(next, claims);
        }
    }

    private static void take(MatchResult found, Claims claims) {
        claims.take(Kind.BIRTH_DATE, found, "it");
    }

    private static boolean isBirth(Folded text, MatchResult found) {
        var before = text.lower().substring(Math.max(0, found.start() - REACH), found.start());
        return !PAPERS.matcher(before).find()
                && !OTHER_DAY.matcher(found.group("between")).find();
    }
}
