package id.tanggap.governments;

import java.util.List;

/**
 * What a complaint is about, in the citizen's words.
 *
 * @param aliases what other systems call it; used when their labels are imported
 */
public record Category(String id, String name, List<String> aliases) {}
