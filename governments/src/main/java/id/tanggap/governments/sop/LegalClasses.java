package id.tanggap.governments.sop;

import id.tanggap.governments.file.Section;
import java.util.Set;

/** The legal classes of complaints, as the platform's contracts name them. */
public final class LegalClasses {

    public static final Set<String> ALL = Set.of("ASPIRATION", "INFORMATION_REQUEST", "ORDINARY", "OVERSIGHT");

    private LegalClasses() {}

    /** Those that the field lists; none when it is absent. */
    public static Set<String> in(Section section, String field) {
        return Set.copyOf(section.values(field, "a class of complaint", type -> ALL.contains(type) ? type : null));
    }
}
