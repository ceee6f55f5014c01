/** Who answers: agencies with their divisions. */
@NullMarked
package id.tanggap.governments.agency;

import org.jspecify.annotations.NullMarked;
