package id.tanggap.masking.text;

/** Knows one thing that identifies people, or looks so, when it sees it. */
@FunctionalInterface
public interface Finder {
    void find(Folded text, Claims claims);
}
