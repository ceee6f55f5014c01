package id.tanggap.file.scan;

/** Looks for malware. To be called where blocking is allowed. */
public interface Scanner {

    /** Where none is set. */
    Scanner NONE = _ -> Scanned.NOT_SCANNED;

    /** @param content as it was sent, before anything is made of it */
    Scanned of(byte[] content);
}
