package id.tanggap.e2e;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** What {@link KeptStory} sends: people, complaints, a picture and a file of the past that never were. */
final class Invented {
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private static final String PAST = """
            "Tracking ID","Tanggal Laporan Masuk","Waktu Laporan Masuk","Nama Pelapor","Klasifikasi Laporan","Kategori",\
            "Judul Laporan","Isi Laporan Awal","Tipe Laporan","Sumber Laporan","Instansi Terdisposisi","Status Laporan"
            "K-1","5 Mar 2019","09:10","Nama Karangan","Aspirasi","Penerangan jalan","Lampu taman mati","Lampu taman mati \
            sejak dua malam.","","Android","Dinas Perhubungan","Ditutup oleh Sistem"
            "K-2","7 Mar 2019","10:20","Nama Karangan","Pengaduan","Penerangan jalan","Perilaku petugas","Isinya tidak \
            untuk dibaca orang lain.","Rahasia","Website","Dinas Perhubungan","Ditutup oleh Sistem"
            "K-3","entah","11:30","Nama Karangan","Pengaduan","Parkir","Tanggalnya tidak terbaca","Tarif parkir ditulis \
            tangan.","","SMS","Dinas Entah","Ditutup oleh Sistem"
            """;

    private Invented() {}

    /** A file of another system. */
    static byte[] past() {
        return PAST.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] picture() {
        return Base64.getDecoder().decode(PNG);
    }

    /** A form with a picture, its parts parted by {@code batas}. */
    static byte[] picture(String name) {
        return form(name, picture());
    }

    static ObjectNode surakarta(String category, String text, String name) {
        return complaint("surakarta", text, name).put("category", category);
    }

    static ObjectNode karanganyar(String text, String name) {
        return complaint("karanganyar", text, name);
    }

    static ObjectNode secret(ObjectNode complaint) {
        return complaint.put("visibility", "SECRET");
    }

    static ObjectNode oversight(String text) {
        return complaint("surakarta", text, "Tanpa Nama").put("type", "OVERSIGHT");
    }

    private static ObjectNode complaint(String government, String text, String name) {
        ObjectNode complaint = JsonNodeFactory.instance
                .objectNode()
                .put("government", government)
                .put("channel", "WEB")
                .put("text", text);
        complaint
                .putObject("complainant")
                .put("name", name + " Karangan")
                .put("email", name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@contoh.invalid")
                .put("phone", "+6281200000" + (100 + name.length()));
        return complaint;
    }

    private static byte[] form(String name, byte[] file) {
        byte[] head = ("--batas\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--batas--\r\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(head);
        form.writeBytes(file);
        form.writeBytes(end);
        return form.toByteArray();
    }
}
