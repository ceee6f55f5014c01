package id.tanggap.masking.shape;

import id.tanggap.masking.text.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The word before a number that says whose it is. Between both may stand "saya", "nomor", a company, and one word more.
 *
 * @param kind null of a reference, which identifies nobody
 * @param least digits that such a number has
 * @param most digits that such a number has
 */
record Cue(@Nullable Kind kind, int least, int most, String words) {
    private static final int REACH = 60;
    private static final List<Cue> ALL = List.of(
            new Cue(
                    Kind.IDENTITY_NUMBER,
                    12,
                    18,
                    "nik|n\\.i\\.k|e-?ktp|ktp|kk|no\\.?kk|nokk|kartu keluarga|(?:induk )?kependudukan|nomor induk"),
            new Cue(
                    Kind.CUSTOMER_NUMBER,
                    4,
                    20,
                    "p(?:e)?lgn?|(?:no|nomor|id)\\.? ?pel|pelang+an|langganan|id ?pel(?:anggan)?|idpln|sambungan|samb|nosamb|nosal|metere?|meteran|kwh|token|stroom|strum|indihome|internet|biznet|iconnet|myrepublic|firstmedia|no\\.? ?sr|cust|customer|pdam|pam|pln|perumda|toya wening"
                            + "|(?:rekening|rek\\.?) (?:air|listrik|pdam|pln|telkom|telpon|telepon|toya wening|perumda|pam)"),
            new Cue(Kind.CUSTOMER_NUMBER, 8, 16, "listrik|air|wifi|telkom"),
            new Cue(
                    Kind.BANK_ACCOUNT,
                    6,
                    18,
                    "rekening|rek|norek|no\\.?rek|atm|bri|bca|bni|bsi|btn|mandiri|bank|bankjateng|virtual account|va|briva|bpd|transfer|ditransfer|tf|trf"),
            new Cue(
                    Kind.NUMBER,
                    6,
                    18,
                    "bpjs|kis|jkn|npwp|sim|paspor|passport|pasport|kitas|nisn|nis|nip|nuptk|nrp|kta|kartu anggota|strk?|visa|nik karyawan|kpj|kks|kip|kartu|peserta|porsi|kia|nirm|nim|nitb|nopes|nipd|induk siswa nasional|induk siswa"),
            new Cue(
                    Kind.TELEPHONE,
                    5,
                    15,
                    "(?:me|di|n|ne|nge)?(?:tel[pf]|telepon|telephone|tel[pf]on|tel[pf]un|tlp|tlpn|lpon|lepon)|phone|hp|handphone|hape|wa|w\\.a|whatsapp|whatsap|wasap|sms|cp|kontak|(?:di)?hub(?:ungi)?|call|calling|nowa|nohp|notelp|notelpon|seluler|ponsel|contact person"),
            new Cue(
                    null,
                    0,
                    0,
                    "surat|sk|kontrak|spk|aduan|laporan|lapor|lap|tiket|ticket|resi|berkas|registrasi|reg|regis|pendaftaran|permohonan|nop|pbb|sppt|objek pajak|sertifikat|shm|hm|paket|tender|rup|lelang|perkara|agenda|tiang|gardu|panel|lampu|pju|kode|halte|bus|bst|armada|koridor|rute|trayek|seri|faktur|kwitansi|nota|perda|perwali|perpres|uu|pp|antrian|antrean|tracking|ulas|order|pesanan|invoice|transaksi|register|blangko|kepmen|pasal|versi|edisi|urut|polis|imei|sn|s/n|serial|seri|barcode|mesin|rangka|sensor|cctv|referensi|ref|buku|rak|inventaris|aset|barang|akta|akte|nib|imb|pbg|izin|ijin|undian|kupon|tps|korek|pirt|halal|bpom|siup|model|tipe|type"));
    private static final String FILLER =
            "(?:(?:saya|sy|kami|ku|nya|kulo|kula|ini|itu|adalah|yaitu|ialah|nomor|nomer|nmr|nmer|no|nomornya|nomernya|id|kode|atas|nama|rumah|kantor|istri|suami|anak|ibu|bapak|mamah|mama|saudara|pln|pdam|toya|wening|listrik|air|telkom|bri|bca|bni|bsi|btn|mandiri|bank|jateng|syariah|dengan|dgn|yang|yg|di|ke|lewat|via|melalui|bisa|dapat|aktif|juga|saja|aja|sini|sekarang|kes|kesehatan|ketenagakerjaan|mobil|motor|[a-e]|lama|baru|ktp|ya|langsung|kab|kota|solo|surakarta|karanganyar|milik|punya|an|pasca|bayar|pascabayar|prabayar|induk|dia|beliau|tani|pelajar)(?![\\p{L}\\p{N}])|[\\s:=.,#()/'\"+-])";
    private static final String ANY_WORD = "(?:[\\p{L}']{1,14}" + FILLER + "{1,4}+)?";
    /** As in X0123987. */
    private static final String GLUED = "(?:[a-z]{1,3}[ .-]?)?";

    private static final Pattern NEAR =
            before("(?=" + FILLER + "{0,12}+" + ANY_WORD + FILLER + "{0,8}+" + GLUED + "\\z)");
    private static final Pattern FAR = before("(?=[^.!?\\n\\d]{0,45}\\z)");
    private static final Pattern BANK_BEHIND =
            Pattern.compile("[ ,(]{1,2}(?:bri|bca|bni|bsi|btn|mandiri|bank)(?!\\p{L})");

    /** Of the number that begins there; null when nothing tells. */
    static @Nullable Cue before(String text, int from) {
        return last(NEAR, text, Math.max(0, from - REACH), from);
    }

    /** No farther before it than another place. */
    static @Nullable Cue between(String text, int since, int from) {
        return last(NEAR, text, Math.max(since, from - REACH), from);
    }

    /** Of a long number, which no sentence tells otherwise: one of the same sentence, or the bank behind it. */
    static @Nullable Cue around(String text, int from, int to) {
        return BANK_BEHIND.matcher(text).region(to, text.length()).lookingAt()
                ? of(Kind.BANK_ACCOUNT)
                : last(FAR, text, Math.max(0, from - REACH), from);
    }

    boolean isReference() {
        return kind == null;
    }

    /** Some of these look like telephone numbers, and some are. */
    boolean isOfAccount() {
        return kind == Kind.CUSTOMER_NUMBER || kind == Kind.BANK_ACCOUNT;
    }

    boolean fits(int digits) {
        return digits >= least && digits <= most;
    }

    private static Cue of(Kind kind) {
        return ALL.stream().filter(cue -> cue.kind == kind).findFirst().orElseThrow();
    }

    private static @Nullable Cue last(Pattern pattern, String text, int since, int from) {
        var found = pattern.matcher(text).region(since, from);
        Cue nearest = null;
        while (found.find()) {
            var next = found(found);
            nearest = nearest != null && nearest.kind == next.kind ? nearest : next;
        }
        return nearest;
    }

    private static Cue found(Matcher found) {
        var at = 0;
        while (found.group("c" + at) == null) {
            at++;
        }
        return ALL.get(at);
    }

    private static Pattern before(String rest) {
        var groups = new ArrayList<String>();
        for (int i = 0; i < ALL.size(); i++) {
            groups.add("(?<c" + i + ">" + ALL.get(i).words + ")");
        }
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?=\\p{L})(?:" + String.join("|", groups)
                + ")(?:nya|ku|ne|e)?(?![\\p{L}\\p{N}])" + rest);
    }
}
