/**
 * Photos and papers that show what was done: made anew without what they give away, sealed with the key of their case, and
 * kept in files beside the database.
 */
@NullMarked
package id.tanggap.response.evidence;

import org.jspecify.annotations.NullMarked;
