package id.tanggap.channel;

/** A piece is not as its provider says it is. The message names the place and quotes nothing. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreadable(String where) {
        super(where);
    }
}
