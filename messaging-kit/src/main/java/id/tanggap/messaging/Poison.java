package id.tanggap.messaging;

import org.jspecify.annotations.Nullable;

/** A record that no retry will make readable. Its message names the fault and never quotes the record. */
public final class Poison extends Exception {
    private static final long serialVersionUID = 1;

    public Poison(String fault, @Nullable Throwable cause) {
        super(fault, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
