/**
 * Texts as PostgreSQL finds them, and questions as people type them. Both are cut into the same words here, and nowhere else;
 * what is kept is a {@code tsvector}, what is asked a {@code tsquery}, both as text.
 */
@NullMarked
package id.tanggap.search;

import org.jspecify.annotations.NullMarked;
