package id.tanggap.governments;

import java.util.List;

/**
 * Kop surat: what the official papers of a government begin and end with.
 *
 * @param office who writes, such as {@code Dinas Komunikasi dan Informatika}; its head signs
 * @param address where the office is
 * @param contact telephone, mail, site, one each; may be empty
 * @param place where papers are dated, such as {@code Surakarta}
 * @param recipient to whom the monthly recap is sent
 */
public record Letterhead(String office, String address, List<String> contact, String place, String recipient) {}
