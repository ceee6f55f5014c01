package id.tanggap.learning;

import org.jspecify.annotations.Nullable;

/**
 * A text whose label is known.
 *
 * @param id names it in explanations; of two examples with one id the later counts
 * @param place where the text is about, by any name or code that is always written alike
 */
public record Example(String id, String text, @Nullable String place, String label) {

    /** Leaves out the text, which may be private. */
    @Override
    public String toString() {
        return "Example[" + id + " -> " + label + "]";
    }
}
