/** What people and the clock do with the recap of a month, and what is read of it. */
@NullMarked
package id.tanggap.reporting.recap;

import org.jspecify.annotations.NullMarked;
