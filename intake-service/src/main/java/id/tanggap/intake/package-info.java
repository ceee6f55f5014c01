/** Accepts complaints: raw texts and persons into the vault, the receipt to the citizen, the fact to everyone else. */
@NullMarked
package id.tanggap.intake;

import org.jspecify.annotations.NullMarked;
