/** When offices are open: hours, seasons, holidays. */
@NullMarked
package id.tanggap.governments.calendar;

import org.jspecify.annotations.NullMarked;
