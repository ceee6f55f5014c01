package id.tanggap.learning;

/**
 * A word of a text.
 *
 * @param stem in lower case and without affixes, as it is learned
 * @param surface as it stands in the text
 */
record Token(String stem, String surface) {}
