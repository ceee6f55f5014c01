package id.tanggap.intake.page.lodge;

import id.tanggap.governments.sop.ClockRule;
import id.tanggap.governments.sop.Ombudsman;
import id.tanggap.governments.sop.Position;
import id.tanggap.intake.receipt.Receipt;
import id.tanggap.qr.QrCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of receipts shows of one.
 *
 * @param promised what its government promises
 * @param ombudsman to whom the citizen may turn past what the law allows; null where none is named
 * @param address where it is followed, as a telephone opens it
 */
public record ReceiptView(
        Receipt receipt, ClockRule promised, @Nullable Ombudsman ombudsman, String address) {
    /** Opens where it is followed, with its number and without its secret. */
    public QrCode code() {
        return QrCode.of(address);
    }

    /** The time that is promised, in Indonesian, with $1 for how much of it. */
    public String standard() {
        return switch (promised.standard().unit()) {
            case WORKING_DAYS -> "$1 hari kerja";
            case WORKING_HOURS -> "$1 jam kerja";
            case WORKING_MINUTES -> "$1 menit kerja";
            case HOURS -> "$1 jam";
            case MINUTES -> "$1 menit";
        };
    }

    public int within() {
        return promised.standard().within();
    }

    /** Whom the platform tells, one after the other, once an answer is late; each in Indonesian, within a sentence. */
    public List<String> told() {
        return receipt.promise().told().stream()
                .map(Position::valueOf)
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
