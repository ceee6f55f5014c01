package id.tanggap.masking.text;

/**
 * Where something identifies a person, in the text as it was written.
 *
 * @param from the first character of it
 * @param to the one behind it
 */
public record Mark(Kind kind, int from, int to) {}
