package id.tanggap.intake.past.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;

/** Files as other systems leave them behind, with invented complaints. */
public final class PastFixture {
    static final List<String> SP4N = List.of(
            "Tracking ID",
            "Tanggal Laporan Masuk",
            "Waktu Laporan Masuk",
            "Nama Pelapor",
            "Klasifikasi Laporan",
            "ID Kategori",
            "Kategori",
            "Judul Laporan",
            "Isi Laporan Awal",
            "Isi Laporan Akhir",
            "Tipe Laporan (Anonim/Rahasia)",
            "Sumber Laporan",
            "Instansi Induk",
            "ID Instansi Terdisposisi",
            "Instansi Terdisposisi",
            "Status Laporan",
            "Alasan Tunda/Arsip",
            "Provinsi",
            "Kota/Kabupaten",
            "Kecamatan",
            "Kelurahan");

    static final List<String> RECAP_SHEET =
            List.of("NO", "TANGGAL", "ADUAN", "DINAS", "TANGGAL JAWABAN", "JAWABAN", "SOSIAL MEDIA", "LINK ADUAN");

    /** A row of the national export, valid by default; says only what matters. */
    public static final class Sp4n {
        public static final List<String> COLUMNS = SP4N;

        private final Map<String, String> cells = new LinkedHashMap<>();

        public Sp4n(String id) {
            SP4N.forEach(column -> cells.put(column, ""));
            with("Tracking ID", id);
            with("Tanggal Laporan Masuk", "5 Mar 2024");
            with("Waktu Laporan Masuk", "09:10");
            with("Nama Pelapor", "Wagimin Hartono");
            with("Klasifikasi Laporan", "Pengaduan Tidak Berkadar Pengawasan");
            with("Judul Laporan", "Lampu mati");
            with("Isi Laporan Awal", "Lampu jalan di depan pasar mati.");
            with("Sumber Laporan", "Website - Pemerintah Kota Surakarta");
            with("Instansi Terdisposisi", "Dinas Perhubungan");
            with("Status Laporan", "Ditutup oleh Sistem");
        }

        public Sp4n with(String column, String cell) {
            cells.put(column.equals("Tipe Laporan") ? "Tipe Laporan (Anonim/Rahasia)" : column, cell);
            return this;
        }

        /** In the order of {@link #COLUMNS}. */
        public List<String> cells() {
            return List.copyOf(cells.values());
        }
    }

    public static byte[] sp4n(Sp4n... rows) {
        return csv(
                ",",
                Stream.concat(Stream.of(SP4N), Stream.of(rows).map(Sp4n::cells)).toList());
    }

    public static byte[] csv(String separator, List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(separator)))
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A sheet per entry; dates as date cells, everything else as text, null for no cell. */
    public static byte[] workbook(Map<String, List<List<Object>>> sheets) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Ujian", "1.0")) {
            sheets.forEach((name, rows) -> {
                var sheet = workbook.newWorksheet(name);
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < rows.get(row).size(); column++) {
                        switch (rows.get(row).get(column)) {
                            case LocalDate day -> {
                                sheet.value(row, column, day);
                                sheet.style(row, column).format("dd/mm/yyyy").set();
                            }
                            case Number number -> sheet.value(row, column, number);
                            case Object text -> sheet.value(row, column, text.toString());
                        }
                    }
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private PastFixture() {}
}
