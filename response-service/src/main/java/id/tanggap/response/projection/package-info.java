/** What the other services tell of a case, put on the desk. */
@NullMarked
package id.tanggap.response.projection;

import org.jspecify.annotations.NullMarked;
