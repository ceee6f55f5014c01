package id.tanggap.learning.text;

/**
 * A word of a text.
 *
 * @param stem in lower case and without affixes, as it is learned
 * @param surface as it stands in the text
 */
public record Token(String stem, String surface) {}
