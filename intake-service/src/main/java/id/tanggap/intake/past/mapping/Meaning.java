package id.tanggap.intake.past.mapping;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a column of a sheet may tell. */
public enum Meaning {
    DAY("TANGGAL", "(tanggal|tgl|date|hari)(?!.*(jawab|tanggap|tindak|selesai|respon)).*"),
    WORDS("ADUAN", "(isi|uraian|deskripsi|keluhan|pengaduan|aduan|laporan|permasalahan|masalah)( .*)?"),
    NUMBER(
            "NOMOR ADUAN",
            "(id|kode|nomor|no)\\.? (aduan|pengaduan|laporan|tiket|register)|(tracking |ticket )?id|tiket"),
    TITLE("JUDUL", "(judul|perihal|subjek|hal)( .*)?"),
    COMPLAINANT("NAMA PELAPOR", "(nama|pelapor|pengadu)( (pelapor|pengadu|warga|pemohon))?"),
    CATEGORY("KATEGORI", "(kategori|jenis|topik|bidang|sektor)( .*)?"),
    AGENCY("DINAS", "(dinas|opd|skpd|instansi|perangkat daerah|unit kerja|tujuan)( .*)?"),
    CHANNEL("SOSIAL MEDIA", "(sosial media|media|kanal|saluran|sumber|via|melalui)( .*)?"),
    LINK("LINK ADUAN", "(link|tautan|url)( .*)?"),
    STATE("STATUS", "(status|keadaan|progres)( .*)?"),
    ANSWER("JAWABAN", "(jawaban|tanggapan|tindak lanjut|respon|penyelesaian)( .*)?"),
    ANSWER_DAY("TANGGAL JAWABAN", "(tanggal|tgl) .*(jawab|tanggap|tindak|selesai|respon).*"),
    SECRECY("KERAHASIAAN", "(rahasia|kerahasiaan|sifat|tipe|anonim)( .*)?"),
    DISTRICT("KECAMATAN", "(kecamatan|kec\\.?)( .*)?"),
    VILLAGE("KELURAHAN", "(kelurahan|desa|kel\\.?)( .*)?");

    private final String column;
    private final Pattern names;

    Meaning(String column, String names) {
        this.column = column;
        this.names = Pattern.compile(names);
    }

    /** By which it is asked for and told of, whatever it is called in the file. */
    public String column() {
        return column;
    }

    /** Whether offices call it like this; the officer has the last word. */
    boolean isLikely(String name) {
        return names.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
