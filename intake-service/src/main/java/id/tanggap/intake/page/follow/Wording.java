package id.tanggap.intake.page.follow;

import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.intake.term.Purpose;
import id.tanggap.intake.tracking.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What states and dates mean to a citizen, in plain Indonesian. */
public final class Wording {
    private Wording() {}

    /**
     * What happens next, and what the citizen can do.
     *
     * @param isDated whether the date stands there until which the citizen may act
     * @param goesUp whether a head decides on an objection
     */
    static List<String> next(PublicState state, boolean isDated, boolean goesUp) {
        return switch (state) {
            case RECEIVED -> List.of("Petugas memeriksa aduan Anda dan mencari instansi yang berwenang.");
            case FORWARDED ->
                List.of(
                        "Aduan ditawarkan kepada semua instansi. Yang berwenang mengambilnya; bila tidak ada, koordinator menetapkannya.");
            case DISPATCHED -> List.of("Aduan sudah sampai di instansi itu dan menunggu ditangani.");
            case IN_PROGRESS -> List.of("Instansi sedang menangani aduan Anda. Jawabannya muncul di halaman ini.");
            case NEEDS_INFO ->
                isDated
                        ? List.of(
                                "Balas pertanyaan di bawah ini.",
                                "Sesudah tanggal itu penanganan dilanjutkan tanpa balasan Anda.")
                        : List.of("Balas pertanyaan di bawah ini.");
            case ANSWERED -> List.of("Aduan sudah dijawab, tetapi belum ditutup.", untilClosed(isDated));
            case RESOLVED -> List.of("Instansi menyatakan pekerjaannya tuntas.", untilClosed(isDated));
            case OBJECTED ->
                List.of(
                        goesUp
                                ? "Keberatan Anda naik satu tingkat: jawabannya disetujui kepala, bukan orang yang menjawab semula."
                                : "Keberatan Anda sedang ditangani. Jawabannya muncul di halaman ini.");
            case CLOSED -> List.of("Aduan ini ditutup. Bila masalahnya muncul lagi, sampaikan aduan baru.");
            case REJECTED ->
                List.of("Aduan ini tidak ditangani lebih lanjut. Bila masalahnya lain, sampaikan aduan baru.");
            case OUT_OF_JURISDICTION ->
                List.of("Aduan ini tidak ditangani lagi di sini. Petunjuknya ada di bawah ini.");
            case WITHDRAWN -> List.of("Anda mencabut aduan ini, maka tidak ditangani lagi.");
            case MERGED -> List.of("Aduan ini ditangani bersama aduan lain tentang hal yang sama.");
        };
    }

    private static String untilClosed(boolean isDated) {
        return isDated
                ? "Bila belum sesuai, ajukan keberatan sampai tanggal itu; bila Anda diam, aduan ditutup sesudahnya."
                : "Bila belum sesuai, ajukan keberatan; bila Anda diam, aduan ditutup beberapa hari kemudian.";
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
