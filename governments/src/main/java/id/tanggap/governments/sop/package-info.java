/** The procedure: its rows, deadlines and decisions, and what the law allows at most. */
@NullMarked
package id.tanggap.governments.sop;

import org.jspecify.annotations.NullMarked;
