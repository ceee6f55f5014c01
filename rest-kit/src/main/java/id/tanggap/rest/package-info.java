/** What every service's HTTP side shares: problem details, the caller's reach, keyset paging. No word of a case. */
@NullMarked
package id.tanggap.rest;

import org.jspecify.annotations.NullMarked;
