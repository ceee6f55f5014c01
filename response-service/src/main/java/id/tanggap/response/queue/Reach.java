package id.tanggap.response.queue;

import id.tanggap.response.officer.Officer;
import org.jspecify.annotations.Nullable;

/** The cases that an officer reaches, as a condition: every list and every count begins with it. */
final class Reach {

    /** @param agency the only one that is asked for; null for all that the officer reaches */
    static Where of(Officer officer, @Nullable String agency) {
        var where = new Where()
                .and("c.government = ?", officer.government())
                .and("c.number is not null and c.agency is not null");
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
