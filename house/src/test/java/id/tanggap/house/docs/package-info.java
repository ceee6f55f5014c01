/** The pages people read: what they name exists, where they point leads somewhere, and what the build can draw it draws. */
@NullMarked
package id.tanggap.house.docs;

import org.jspecify.annotations.NullMarked;
