package id.tanggap.governments.file;

import java.util.List;

/** The files of the governments hold faults. All of them are listed, so that one look mends them all. */
public final class InvalidGovernment extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    InvalidGovernment(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /** Each as {@code file:line: field: what is wrong, what is expected}. */
    public List<String> faults() {
        return faults;
    }
}
