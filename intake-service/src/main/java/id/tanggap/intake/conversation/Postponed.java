package id.tanggap.intake.conversation;

import java.io.IOException;

/** Something is busy or out of order that will be there again. */
final class Postponed extends IOException {
    private static final long serialVersionUID = 1;

    Postponed(String cause) {
        super(cause);
    }
}
