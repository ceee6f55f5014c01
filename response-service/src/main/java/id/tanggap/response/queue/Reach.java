package id.tanggap.response.queue;

import id.tanggap.response.officer.Officer;
import org.jspecify.annotations.Nullable;

/** The cases that an officer reaches, as conditions: every list and every count begins with them. */
final class Reach {

    /** @param agency the only one that is asked for; null for all that the officer reaches */
    static Where of(Officer officer, @Nullable String agency) {
        return withinReach(officer, agency).and("c.number is not null and c.agency is not null");
    }

    /** For what a case can only be or have once it lies on a desk, such as a deadline: the index alone can tell. */
    static Where ofWhatIsOnADesk(Officer officer) {
        return withinReach(officer, null);
    }

    private static Where withinReach(Officer officer, @Nullable String agency) {
        var where = new Where().and("c.government = ?", officer.government());
        var only = officer.agency() == null ? agency : officer.agency();
        if (only != null) {
            where.and("c.agency = ?", only);
        }
        if (officer.division() != null) {
            where.and(
                    "c.id in (select d.case_id from disposition d where d.agency = ? and d.division = ?)",
                    officer.agency() == null ? "" : officer.agency(),
                    officer.division());
        }
        return where;
    }

    private Reach() {}
}
