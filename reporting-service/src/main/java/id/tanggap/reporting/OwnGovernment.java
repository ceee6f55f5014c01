package id.tanggap.reporting;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;

/** A caller sees the own government; any other one is not found, as if it did not exist. */
@RequestScoped
public class OwnGovernment {
    public static final String MONTH = "2\\d{3}-(0[1-9]|1[0-2])";
    public static final String MONTH_EXPECTED = "Tulis bulan sebagai tttt-bb, misalnya 2026-01.";

    private final Governments governments;
    private final Caller caller;

    OwnGovernment(Governments governments, Caller caller) {
        this.governments = governments;
        this.caller = caller;
    }

    /** @throws NotFoundException when it is not the caller's, or not installed */
    public Government of(String id) {
        var government = id.equals(caller.government()) ? governments.find(id) : null;
        if (government == null) {
            throw new NotFoundException();
        }
        return government;
    }
}
