package id.tanggap.channel;

import java.util.List;

/** What we say, whatever the provider. */
public sealed interface Outgoing {
    /** Free words, which a provider may take only for a while after the citizen wrote. */
    record Words(String text) implements Outgoing {
        @Override
        public String toString() {
            return "Words[…]";
        }
    }

    /**
     * Words with something to press.
     *
     * @param choices one to ten
     */
    record Question(String text, List<Choice> choices) implements Outgoing {
        public Question {
            choices = List.copyOf(choices);
        }

        @Override
        public String toString() {
            return "Question[…]";
        }
    }

    /** Words with a button by which the citizen sends a point on the map. */
    record PlaceWanted(String text) implements Outgoing {
        @Override
        public String toString() {
            return "PlaceWanted[…]";
        }
    }

    /**
     * A text that the provider approved beforehand.
     *
     * @param name by which the provider knows it
     * @param language as the provider writes it, such as {@code id}
     * @param values for its blanks, first to last
     */
    record Template(String name, String language, List<String> values) implements Outgoing {
        public Template {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "Template[" + name + "]";
        }
    }

    /**
     * @param id comes back when it is pressed
     * @param title what stands on it; providers cut what is longer than twenty characters
     */
    record Choice(String id, String title) {
        /** Choices with longer titles are refused by providers. */
        public static final int LONGEST_TITLE = 20;
    }
}
