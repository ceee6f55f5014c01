/**
 * What is added to a complaint after its receipt: replies, objections, withdrawals and the survey by its citizen, and the
 * intake officer's word that it is none.
 */
@NullMarked
package id.tanggap.intake.participation;

import org.jspecify.annotations.NullMarked;
