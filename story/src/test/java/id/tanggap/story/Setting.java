package id.tanggap.story;

import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;

/**
 * Where a story takes place.
 *
 * @param isSure whether the system dispatches by itself, or a coordinator has to choose
 * @param deskAhead by how many seconds the clock of the desks goes before that of routing
 * @param intakeAhead by how many seconds the clock of intake does
 */
record Setting(
        String government, ComplaintType type, Visibility visibility, boolean isSure, int deskAhead, int intakeAhead) {

    @Override
    public String toString() {
        return "%s complaint, %s, in %s, %s; clocks: desk %+d s, intake %+d s"
                .formatted(
                        visibility,
                        type,
                        government,
                        isSure ? "dispatched by the system" : "its agency chosen by a coordinator",
                        deskAhead,
                        intakeAhead);
    }
}
