package id.tanggap.intake.page.proof;

import java.util.List;

/** What became of a check, as the page tells it; sentences in Indonesian. */
public sealed interface Outcome {
    /** Nothing was asked yet. */
    record Unasked() implements Outcome {}

    /**
     * There is nothing to be checked.
     *
     * @param why with $1 for the month and $2 for the number
     */
    record Untold(String title, String why, String month, String number) implements Outcome {
        static Untold of(String title, String why) {
            return new Untold(title, why, "", "");
        }
    }

    /**
     * It was checked.
     *
     * @param place of the entry in the recap, from 1
     * @param month as people call it
     * @param root in groups, as it is printed
     * @param faults empty when all of it fits
     */
    record Checked(
            String number, long place, String month, int version, boolean archived, String root, List<String> faults)
            implements Outcome {}
}
