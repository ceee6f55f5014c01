/** Names of people: the complainant's own, those that a word announces, and those that only their sentence gives away. */
@NullMarked
package id.tanggap.masking.name;

import org.jspecify.annotations.NullMarked;
