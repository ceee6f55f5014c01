package id.tanggap.response.desk;

import id.tanggap.response.officer.Officer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something to be done with which case.
 *
 * @param request by which it is known should it come again; null when it cannot be
 * @param identityMeant whether the officer has said that what identifies a person in the words shall leave with them
 */
public record Asked(UUID about, Officer by, @Nullable UUID request, boolean identityMeant) {
    public Asked(UUID about, Officer by, @Nullable UUID request) {
        this(about, by, request, false);
    }

    public Asked meaning(boolean identity) {
        return new Asked(about, by, request, identity);
    }
}
