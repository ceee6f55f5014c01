package id.tanggap.story;

import id.tanggap.governments.Government;
import id.tanggap.governments.agency.Agency;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of the two agencies of a story. */
enum Office {
    /** That the system holds to be right. */
    ROADS("dpupr", "dpupr"),
    TRAFFIC("dishub", "dishub-pkp");

    private final String id;
    private final String elsewhere;

    /** @param elsewhere as another government calls it */
    Office(String id, String elsewhere) {
        this.id = id;
        this.elsewhere = elsewhere;
    }

    Agency in(Government government) {
        return Objects.requireNonNullElseGet(
                government.agency(id), () -> Objects.requireNonNull(government.agency(elsewhere)));
    }

    /** Answers for the agency. */
    Officer admin(Government government) {
        return officer(government, "admin", null, Role.AGENCY_ADMIN);
    }

    /** Reads what the admin writes. */
    Officer head(Government government) {
        return officer(government, "head", null, Role.HEAD);
    }

    /** Works in the first division. */
    Officer clerk(Government government) {
        return officer(
                government, "clerk", in(government).divisions().getFirst().id(), Role.DIVISION_STAFF);
    }

    private Officer officer(Government government, String name, @Nullable String division, Role role) {
        return new Officer(
                this + "-" + name, name, government.id(), in(government).id(), division, Set.of(role));
    }

    Office other() {
        return this == ROADS ? TRAFFIC : ROADS;
    }
}
