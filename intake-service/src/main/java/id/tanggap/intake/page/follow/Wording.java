package id.tanggap.intake.page.follow;

import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.intake.term.Purpose;
import id.tanggap.intake.tracking.Step;
import org.jspecify.annotations.Nullable;

/** What states and dates mean to a citizen, in plain Indonesian. */
public final class Wording {
    private Wording() {}

    /** What happens next, and what the citizen can do. */
    static String next(PublicState state) {
        return switch (state) {
            case RECEIVED -> "Petugas memeriksa aduan Anda dan mencari instansi yang berwenang.";
            case FORWARDED ->
                "Aduan ditawarkan kepada semua instansi. Yang berwenang mengambilnya; bila tidak ada, koordinator menetapkannya.";
            case DISPATCHED -> "Aduan sudah sampai di instansi itu dan menunggu ditangani.";
            case IN_PROGRESS -> "Instansi sedang menangani aduan Anda. Jawabannya muncul di halaman ini.";
            case NEEDS_INFO ->
                "Balas pertanyaan di bawah ini. Sesudah tanggal itu penanganan dilanjutkan tanpa balasan Anda.";
            case ANSWERED ->
                "Aduan sudah dijawab, tetapi belum ditutup. Bila belum sesuai, ajukan keberatan sampai tanggal itu; bila Anda diam, aduan ditutup sesudahnya.";
            case RESOLVED ->
                "Instansi menyatakan pekerjaannya tuntas. Bila belum benar, ajukan keberatan sampai tanggal itu; bila Anda diam, aduan ditutup sesudahnya.";
            case OBJECTED ->
                "Keberatan Anda naik satu tingkat: jawabannya disetujui kepala, bukan orang yang menjawab semula.";
            case CLOSED -> "Aduan ini ditutup. Bila masalahnya muncul lagi, sampaikan aduan baru.";
            case REJECTED -> "Aduan ini tidak ditangani lebih lanjut. Bila masalahnya lain, sampaikan aduan baru.";
            case OUT_OF_JURISDICTION -> "Aduan ini tidak ditangani lagi di sini. Petunjuknya ada di bawah ini.";
            case WITHDRAWN -> "Anda mencabut aduan ini, maka tidak ditangani lagi.";
            case MERGED -> "Aduan ini ditangani bersama aduan lain tentang hal yang sama.";
        };
    }

    /** @param purpose null for the promised answer */
    public static String of(@Nullable Purpose purpose) {
        return switch (purpose) {
            case null -> "Dijawab paling lambat";
            case REPLY -> "Balas paling lambat";
            case OBJECTION -> "Keberatan paling lambat";
            case OBJECTION_ANSWER -> "Keberatan dijawab paling lambat";
            case FOLLOW_UP -> "Tindak lanjut dijanjikan paling lambat";
            case LAW -> "Batas menurut undang-undang";
        };
    }

    /** Answered, done in the field, closed. */
    static String of(Step stage) {
        return switch (stage) {
            case ANSWERED -> "Dijawab";
            case RESOLVED -> "Tuntas di lapangan";
            case CLOSED -> "Ditutup";
            default -> throw new IllegalArgumentException(stage + " is no stage");
        };
    }
}
