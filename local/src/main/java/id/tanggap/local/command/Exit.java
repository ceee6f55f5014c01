package id.tanggap.local.command;

/** What a command ends with. */
public final class Exit {
    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;

    private Exit() {}
}
