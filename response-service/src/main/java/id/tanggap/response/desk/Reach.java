package id.tanggap.response.desk;

import id.tanggap.rest.Caller;
import org.jspecify.annotations.Nullable;

/**
 * How far an officer reaches: one agency, or all of a government.
 *
 * @param agency null for all agencies of the government
 */
record Reach(String officer, String government, @Nullable String agency) {

    /** @return null for a caller who belongs to no government */
    static @Nullable Reach of(Caller caller) {
        var government = caller.government();
        return government == null ? null : new Reach(caller.id(), government, caller.agency());
    }

    boolean covers(DeskCase deskCase) {
        return deskCase.agency != null
                // Not on the desk before it is known what it is.
                && deskCase.visibility != null
                && government.equals(deskCase.government)
                && (agency == null || agency.equals(deskCase.agency));
    }
}
