/** The machine a run stands on: its directories, ports, programs and process ids. */
@NullMarked
package id.tanggap.local.machine;

import org.jspecify.annotations.NullMarked;
