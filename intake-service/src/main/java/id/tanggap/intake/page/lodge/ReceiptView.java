package id.tanggap.intake.page.lodge;

import id.tanggap.governments.sop.ClockRule;
import id.tanggap.governments.sop.Position;
import id.tanggap.governments.sop.Rung;
import id.tanggap.governments.sop.TimeStandard;
import id.tanggap.intake.receipt.Receipt;
import id.tanggap.intake.receipt.Slip;
import id.tanggap.qr.QrCode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the page of receipts shows of one.
 *
 * @param address where it is followed, as a telephone opens it
 */
public record ReceiptView(Slip slip, String address) {
    /** Since a case is late. */
    private static final double DUE = 1;

    public Receipt receipt() {
        return slip.receipt();
    }

    /** Opens where it is followed, with its number and without its secret. */
    public QrCode code() {
        return QrCode.of(address);
    }

    /** What its government promises; null when it is not served here any more. */
    public @Nullable ClockRule promised() {
        var government = slip.government();
        return government == null ? null : government.sop().promise();
    }

    /** The time that is promised, in Indonesian, with $1 for how much of it. */
    public String standard() {
        return switch (time().unit()) {
            case WORKING_DAYS -> "$1 hari kerja";
            case WORKING_HOURS -> "$1 jam kerja";
            case WORKING_MINUTES -> "$1 menit kerja";
            case HOURS -> "$1 jam";
            case MINUTES -> "$1 menit";
        };
    }

    public int within() {
        return time().within();
    }

    private TimeStandard time() {
        return Objects.requireNonNull(promised()).standard();
    }

    /** Whether paper tells neither person nor matter. */
    public boolean isSecret() {
        return slip.visibility().isSecret();
    }

    /** Whom the platform tells, one after the other, once an answer is late; each in Indonesian, within a sentence. */
    public List<String> told() {
        var promised = promised();
        return promised == null
                ? List.of()
                : promised.ladder().stream()
                        .filter(rung -> rung.at() >= DUE)
                        .map(Rung::to)
                        .distinct()
                        .map(ReceiptView::title)
                        .toList();
    }

    private static String title(Position position) {
        return switch (position) {
            case AGENCY_ADMIN -> "admin instansi";
            case AGENCY_HEAD -> "kepala instansi";
            case COORDINATOR -> "koordinator aduan";
            case SERVICE_OWNER -> "kepala dinas pengelola";
            case PATRON -> "pembina layanan";
        };
    }
}
