package id.tanggap.proof.file;

import java.io.IOException;

/** The file is no proof, or one that cannot be read; the message says in Indonesian why. */
public final class UnreadableProof extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadableProof(String message) {
        super(message);
    }

    public UnreadableProof(String message, Throwable cause) {
        super(message, cause);
    }
}
