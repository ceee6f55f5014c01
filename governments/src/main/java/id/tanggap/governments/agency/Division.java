package id.tanggap.governments.agency;

import org.jspecify.annotations.Nullable;

/**
 * A part of an agency that works on complaints (bidang, or seksi within a bidang).
 *
 * @param id unique within its agency; stands in events, tokens and group paths, so it never changes
 * @param parent id of the division that it belongs to; null for one directly under the agency
 */
public record Division(String id, String name, @Nullable String parent) {}
