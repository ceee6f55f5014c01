package id.tanggap.contracts.vocabulary;

/**
 * A word or sentence for people, in both languages of the interface.
 *
 * @param id Indonesian; may hold {@code {agency}}, {@code {institution}} and {@code {advice}}, which the event brings
 * @param en English, with the same
 */
public record Words(String id, String en) {}
