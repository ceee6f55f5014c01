package id.tanggap.intake.receipt;

import id.tanggap.contracts.book.BookWords;
import id.tanggap.intake.attachment.ReceivedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes receipts, the same one however often it is asked for. */
@ApplicationScoped
public class Receipts {
    private final Promises promises;

    Receipts(Promises promises) {
        this.promises = promises;
    }

    /** @param secret as it is shown */
    public Receipt of(Lodged lodged, Told told, String secret, List<ReceivedFile> files) {
        return new Receipt(
                lodged.id(),
                lodged.number(),
                secret,
                lodged.receivedAt(),
                BookWords.FOLLOWED + lodged.number(),
                promises.of(lodged.government(), lodged.type(), lodged.receivedAt()),
                Paper.of(lodged, told),
                files.isEmpty() ? null : files);
    }
}
