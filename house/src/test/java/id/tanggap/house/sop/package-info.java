/** From a row of a government's SOP to the code that decides it: found in file and source, written to {@code docs/sop.md}. */
@NullMarked
package id.tanggap.house.sop;

import org.jspecify.annotations.NullMarked;
