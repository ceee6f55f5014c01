package id.tanggap.learning.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is counted in a text: its words, its pairs of neighbouring words, the runs of four letters in each word, which
 * hold slips of the pen together, and its place. A feature of the text knows the words it was found in.
 */
public final class Features {
    private static final int RUN = 4;

    /** Is told of each occurrence. */
    public interface Visitor {
        /**
         * One occurrence of the feature.
         *
         * @param words as they stand in the text; null for the place
         */
        public void visit(String feature, @Nullable String words);
    }

    private Features() {}

    public static void visit(List<Token> tokens, @Nullable String place, Visitor visitor) {
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            visitor.visit(token.stem(), token.surface());
            visitRuns(token, visitor);
            if (i > 0) {
                var before = tokens.get(i - 1);
                visitor.visit(before.stem() + " " + token.stem(), before.surface() + " " + token.surface());
            }
        }
        if (place != null) {
            visitor.visit("@" + place, null);
        }
    }

    private static void visitRuns(Token token, Visitor visitor) {
        var bounded = "^" + token.stem() + "$";
        for (int i = 0; i + RUN <= bounded.length(); i++) {
            visitor.visit("#" + bounded.substring(i, i + RUN), token.surface());
        }
    }
}
