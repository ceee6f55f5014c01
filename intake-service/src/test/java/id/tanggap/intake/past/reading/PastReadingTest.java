package id.tanggap.intake.past.reading;

import static id.tanggap.intake.past.reading.PastFixture.RECAP_SHEET;
import static id.tanggap.intake.past.reading.PastFixture.SP4N;
import static id.tanggap.intake.past.reading.PastFixture.csv;
import static id.tanggap.intake.past.reading.PastFixture.gzip;
import static id.tanggap.intake.past.reading.PastFixture.sp4n;
import static id.tanggap.intake.past.reading.PastFixture.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.Governments;
import id.tanggap.intake.past.file.FileKind;
import id.tanggap.intake.past.file.Spreadsheet;
import id.tanggap.intake.past.file.Unreadable;
import id.tanggap.intake.past.mapping.Remembered;
import id.tanggap.intake.past.reading.PastFixture.Sp4n;
import id.tanggap.intake.past.told.PastComplaint;
import id.tanggap.intake.vault.SealFixture;
import id.tanggap.masking.Masking;
import id.tanggap.masking.Surroundings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the files that other systems leave behind, and what is said of the rest. */
class PastReadingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Masking HERE = Masking.in(Surroundings.UNKNOWN);

    @Test
    void readsARowOfTheNationalExport() {
        var read = read(sp4n(new Sp4n("4711")
                .with("Isi Laporan Awal", "<p>Lampu &amp; kabel,<br>\"mati\"\ndua malam</p>")
                .with("Kategori", "Penerangan Jalan")
                .with("Kecamatan", "Laweyan")));

        var complaint = read.only();
        assertThat(complaint.origin().number()).isEqualTo("SP4N-4711");
        assertThat(complaint.receivedAt()).isEqualTo(Instant.parse("2024-03-05T02:10:00Z"));
        assertThat(complaint.words().text()).isEqualTo("Lampu & kabel,\n\"mati\"\ndua malam");
        assertThat(complaint.kind().type()).isEqualTo(ComplaintType.ORDINARY);
        assertThat(complaint.origin().channel()).isEqualTo(Channel.WEB);
        assertThat(complaint.subject().category()).isEqualTo("penerangan-jalan");
        assertThat(complaint.subject().regionCode()).isEqualTo("33.72.01");
        assertThat(Objects.requireNonNull(complaint.subject().agency()).id()).isEqualTo("dishub");
        assertThat(complaint.handling().state()).isEqualTo(ImportedState.ANSWERED);
        assertThat(complaint.imported(HERE, Instant.EPOCH).visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(read.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', Pengaduan Tidak Berkadar Pengawasan, true, PUBLIC",
        "Anonim, Aspirasi, true, ANONYMOUS",
        "Rahasia, Aspirasi, true, SECRET",
        "Anonim|Rahasia, Aspirasi, false, SECRET",
        "'', Pengaduan Berkadar Pengawasan, true, SECRET",
        "'', Pengaduan Berkadar Pengawasan, false, PUBLIC",
        "Rahasia, Pengaduan Berkadar Pengawasan, false, SECRET"
    })
    void keepsWhatWasSecret(String told, String type, boolean oversightSecret, Visibility visibility) {
        var file = sp4n(new Sp4n("1").with("Tipe Laporan", told).with("Klasifikasi Laporan", type));

        var complaint = read(file, oversightSecret).only();
        var imported = complaint.imported(HERE, Instant.EPOCH);
        assertThat(imported.visibility()).isEqualTo(visibility);
        if (visibility == Visibility.SECRET) {
            assertThat(imported.title()).isNull();
            assertThat(imported.text()).isNull();
        } else {
            assertThat(imported.text()).isNotNull();
        }
    }

    @Test
    void doesNotGuessWhetherARowIsSecret() {
        var read = read(sp4n(new Sp4n("1").with("Tipe Laporan", "Tertutup")));

        assertThat(read.complaints()).isEmpty();
        assertThat(read.findings())
                .containsExactly(
                        "1 Tipe Laporan: Tidak dikenal; isi dengan Anonim, Rahasia, atau" + " Anonim|Rahasia.");
    }

    @Test
    void masksThePersonWhereverItStands() {
        var imported = read(sp4n(new Sp4n("1")
                        .with(
                                "Isi Laporan Awal",
                                "Saya WAGIMIN, 0812-9999-8888, NIK 3372010101010001, wagimin@contoh.id.")))
                .only()
                .imported(HERE, Instant.EPOCH);

        assertThat(imported.text()).isEqualTo("Saya [NAMA], [TELEPON], NIK [NIK], [EMAIL].");
    }

    @ParameterizedTest
    @CsvSource({
        "Tracking ID, '', Kosong.",
        "Tanggal Laporan Masuk, '', Kosong.",
        "Tanggal Laporan Masuk, kemarin, Bukan tanggal antara 2000 dan hari ini; tulis misalnya 5 Mar 2024.",
        "Tanggal Laporan Masuk, 27 Nov 2026, Bukan tanggal antara 2000 dan hari ini; tulis misalnya 5 Mar 2024.",
        "Isi Laporan Awal, '', Kosong."
    })
    void leavesOutWhatCannotBeReadAndGoesOn(String column, String cell, String reason) {
        var read = read(sp4n(new Sp4n("1"), new Sp4n("2").with(column, cell), new Sp4n("3")));

        assertThat(read.complaints()).extracting(it -> it.origin().id()).containsExactly("1", "3");
        assertThat(read.findings()).containsExactly("2 " + column + ": " + reason);
        assertThat(read.faulty()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Klasifikasi Laporan, '', Kosong; dicatat sebagai tidak berkadar pengawasan.",
        "Sumber Laporan, Merpati, Tidak dikenal; dicatat sebagai website.",
        "Instansi Terdisposisi, Kementerian Contoh, Tidak ada di sini; dicatat dengan nama asalnya.",
        "Kategori, Hal Lain, Tidak ada di sini; dicatat dengan nama asalnya.",
        "Kecamatan, Antah Berantah, Bukan kecamatan di sini; dicatat tanpa wilayah.",
        "Waktu Laporan Masuk, siang, Bukan waktu; dicatat pukul 00.00.",
        "Status Laporan, Entah, Tidak dikenal; dicatat sebagai belum dijawab."
    })
    void takesWithARemarkWhatIsOnlyDifferentHere(String column, String cell, String reason) {
        var read = read(sp4n(new Sp4n("1").with(column, cell)));

        assertThat(read.complaints()).hasSize(1);
        assertThat(read.findings()).containsExactly("1 " + column + ": " + reason);
        assertThat(read.faulty()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Ditutup oleh Pelapor, ANSWERED",
        "Selesai, ANSWERED",
        "Diarsipkan oleh Admin, ENDED",
        "Menunggu Kelengkapan Informasi, OPEN",
        "Belum Ditindaklanjuti, OPEN"
    })
    void knowsWhatBecameOfIt(String status, ImportedState state) {
        assertThat(read(sp4n(new Sp4n("1").with("Status Laporan", status)))
                        .only()
                        .imported(HERE, Instant.EPOCH)
                        .state())
                .isEqualTo(state);
    }

    @Test
    void tellsWhatStandsTwiceInTheFile() {
        var read = read(sp4n(new Sp4n("1"), new Sp4n("1"), new Sp4n("2")));

        assertThat(read.complaints()).extracting(it -> it.origin().id()).containsExactly("1", "2");
        assertThat(read.findings()).containsExactly("2 : Sama dengan baris di atasnya; dilewati.");
        assertThat(read.repeated()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void knowsTheSeparatorByTheFirstLine(String separator) {
        var row = new ArrayList<>(SP4N);
        row.replaceAll(column -> "");
        row.set(0, "9");
        row.set(1, "05/03/2024");
        row.set(8, "Air, keruh; sejak\tpagi");
        assertThat(read(csv(separator, List.of(SP4N, row))).only().words().text())
                .startsWith("Air, keruh; sejak");
    }

    @Test
    void readsPackedFilesAndOldEncodingsAndByteOrderMarks() {
        var text = new String(sp4n(new Sp4n("1").with("Judul Laporan", "Café")), StandardCharsets.UTF_8);

        assertThat(read(gzip(text.getBytes(StandardCharsets.UTF_8)))
                        .only()
                        .words()
                        .title())
                .isEqualTo("Café");
        assertThat(read(text.getBytes(Charset.forName("windows-1252")))
                        .only()
                        .words()
                        .title())
                .isEqualTo("Café");
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))
                        .only()
                        .words()
                        .title())
                .isEqualTo("Café");
    }

    @Test
    void readsTheRecapSheetsOfAnOffice() {
        var july = new ArrayList<List<Object>>();
        july.add(List.of("REKAP ADUAN JULI 2021"));
        july.add(List.of());
        july.add(List.copyOf(RECAP_SHEET));
        july.add(row(
                1,
                LocalDate.of(2021, 7, 1),
                "Lampu mati di Bejen",
                "DISKOMINFO",
                LocalDate.of(2021, 7, 3),
                "Sudah diganti, Pak.",
                "WhatsApp",
                "-"));
        july.add(List.of());
        // Merged with the row above.
        july.add(row(
                2, "", "Sampah menumpuk", "DISPERMADES", "2 Juli 2021", "Sudah diangkut", "FB", "https://contoh.id/1"));
        july.add(row(3, "3 Juli 2021", "Jalan berlubang", "", "", "", "Instagram", ""));
        july.add(List.of("Jumlah", "", ""));
        var august =
                List.<List<Object>>of(List.copyOf(RECAP_SHEET), row(1, "entah", "Air keruh", "", "", "", "WA", ""));
        var sheets = new LinkedHashMap<String, List<List<Object>>>();
        sheets.put("JULI", july);
        sheets.put("Catatan", List.of(List.of("TANGGAL", "bukan tabel")));
        sheets.put("AGUSTUS", august);

        var read = read(workbook(sheets), "karanganyar", true);

        assertThat(read.complaints())
                .extracting(it -> it.words().text())
                .containsExactly("Lampu mati di Bejen", "Sampah menumpuk", "Jalan berlubang");
        var first = read.complaints().getFirst();
        assertThat(first.origin().number()).matches("KRA-R-[0-9A-F]{10}");
        assertThat(first.receivedAt()).isEqualTo(Instant.parse("2021-06-30T17:00:00Z"));
        assertThat(first.handling().answeredAt()).isEqualTo(Instant.parse("2021-07-02T17:00:00Z"));
        assertThat(first.handling().answer()).isEqualTo("Sudah diganti, Pak.");
        assertThat(read.complaints())
                .extracting(it -> it.imported(HERE, Instant.EPOCH).state())
                .containsExactly(ImportedState.ANSWERED, ImportedState.ANSWERED, ImportedState.OPEN);
        assertThat(read.complaints())
                .extracting(it -> it.origin().channel())
                .containsExactly(Channel.WHATSAPP, Channel.FACEBOOK, Channel.INSTAGRAM);
        assertThat(read.findings())
                .containsExactly(
                        "JULI!6 TANGGAL: Kosong; dicatat dengan tanggal baris di atasnya.",
                        "JULI!6 DINAS: Tidak ada di sini; dicatat dengan nama asalnya.",
                        "Catatan!1 : Lembar ini tidak memuat judul kolom yang dikenal; dilewati.",
                        "AGUSTUS!2 TANGGAL: Bukan tanggal antara 2000 dan hari ini; tulis misalnya 5 Mar 2024.");
    }

    @Test
    void readsWhatWasReadBeforeInTheSameBatches() {
        var rows = IntStream.range(0, 450).mapToObj(n -> new Sp4n("" + n)).toArray(Sp4n[]::new);

        var once = read(sp4n(rows));
        assertThat(once.batches()).extracting(Batch::before).containsExactly(0, 200, 400);
        assertThat(once.batches())
                .extracting(Batch::after)
                .as("with the heading")
                .containsExactly(200, 400, 451);
        assertThat(read(sp4n(rows)).complaints()).isEqualTo(once.complaints());
    }

    @Test
    void saysWhatIsWrongWithAFileAsAWhole() {
        refuses("\n \n;;\n", "kosong");
        refuses(new String(sp4n(new Sp4n("1")), StandardCharsets.UTF_8) + "\r\n\"tanpa akhir", "rusak atau terpotong");
        refuses("%PDF-1.7\u0000\u0001", "Berkas ini PDF, bukan tabel.");
        refuses("GIF89a\u0000\u0001", "bukan CSV");
        var cut = PastFixture.workbook(Map.of("A", List.of(List.copyOf(RECAP_SHEET))));
        assertThatThrownBy(() -> read(java.util.Arrays.copyOf(cut, cut.length / 2)))
                .isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2",
                "Tracking ID,Tanggal Laporan Masuk,Isi Laporan Awal,Status Laporan\n1,5 Mar 2024,Air keruh,"
            })
    void doesNotGuessWhatColumnsMean(String file) {
        assertThatThrownBy(() -> read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PastReading.UnknownColumns.class);
    }

    @Test
    void opensNoBomb() {
        var bomb = gzip("x".repeat((int) FileKind.LONGEST_UNPACKED + 1).getBytes(StandardCharsets.US_ASCII));

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> read(bomb)).hasMessageContaining("64 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a\u0001", "%PDF-1.7\n", "\u0089PNG\r\n\u001a\n", "\u00D0\u00CF\u0011\u00E0", "abc"})
    void knowsATableByItsFirstBytes(String bytes) {
        assertThat(FileKind.of(bytes.getBytes(StandardCharsets.ISO_8859_1))).isNull();
        assertThat(FileKind.of(gzip(bytes.getBytes(StandardCharsets.ISO_8859_1))))
                .isNull();
    }

    private static void refuses(String file, String reason) {
        assertThatThrownBy(() -> read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(reason);
    }

    private static List<Object> row(Object... cells) {
        return List.of(cells);
    }

    private static Read read(byte[] file) {
        return read(file, true);
    }

    private static Read read(byte[] file, boolean oversightSecret) {
        return read(file, "surakarta", oversightSecret);
    }

    private static Read read(byte[] file, String id, boolean oversightSecret) {
        var governments = Governments.load(null);
        var government = Objects.requireNonNull(governments.find(id));
        var batches = new ArrayList<Batch>();
        PastReading.read(
                rows -> Spreadsheet.read(file, rows),
                new Readers(
                        government,
                        TODAY,
                        oversightSecret,
                        SealFixture.seal(),
                        Remembered.NOTHING,
                        HERE,
                        _ -> Set.of()),
                batches::add);
        return new Read(batches);
    }

    private record Read(List<Batch> batches) {
        List<PastComplaint> complaints() {
            return batches.stream()
                    .flatMap(batch -> batch.complaints().stream())
                    .toList();
        }

        PastComplaint only() {
            assertThat(complaints()).hasSize(1);
            return complaints().getFirst();
        }

        int faulty() {
            return batches.stream().mapToInt(batch -> batch.count().faulty()).sum();
        }

        int repeated() {
            return batches.stream().mapToInt(batch -> batch.count().repeated()).sum();
        }

        /** As "where column: reason", the row of a text file without its heading. */
        List<String> findings() {
            return batches.stream()
                    .flatMap(batch -> batch.told().stream())
                    .map(told -> told.finding())
                    .map(finding -> (finding.row().sheet() == null
                                    ? finding.row().number() - 1
                                    : finding.row().toString())
                            + " " + finding.column() + ": " + finding.reason())
                    .toList();
        }
    }
}
