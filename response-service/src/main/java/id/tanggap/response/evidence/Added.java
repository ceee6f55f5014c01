package id.tanggap.response.evidence;

import id.tanggap.file.content.Inspected;

/** What came of an upload. */
sealed interface Added {

    record Done() implements Added {}

    /** So many wait that this one would come too late. */
    record Busy() implements Added {}

    record Refused(Reason reason) implements Added {
        static Added of(Inspected.Reason reason) {
            return new Refused(
                    switch (reason) {
                        case UNKNOWN_KIND, TOO_LARGE -> Reason.NOT_TAKEN;
                        case BROKEN -> Reason.BROKEN;
                        case TOO_MANY_PIXELS -> Reason.TOO_MANY_PIXELS;
                    });
        }
    }

    /** Why it was not taken, in Indonesian. */
    enum Reason {
        NOT_TAKEN("Pilih satu berkas JPEG, PNG, WebP atau PDF, paling besar 10 MB."),
        BROKEN("Berkas ini rusak atau tidak utuh. Pilih satu berkas JPEG, PNG, WebP atau PDF yang utuh."),
        TOO_MANY_PIXELS("Gambar ini terlalu lebar atau terlalu tinggi. Perkecil dahulu, lalu unggah lagi."),
        TOO_MANY("Aduan ini sudah memuat " + Evidence.MOST + " berkas."),
        INFECTED("Berkas ini ditolak karena pemindai menemukan perangkat lunak berbahaya di dalamnya."),
        STORE_AWAY("Berkas belum disimpan karena tempat penyimpanan tidak menjawab. Coba unggah lagi sebentar lagi."),
        NO_ROOM("Berkas belum disimpan karena ruang penyimpanan penuh. Hubungi pengelola sistem, lalu unggah lagi.");

        final String text;

        Reason(String text) {
            this.text = text;
        }
    }
}
