/** What a file is held to, and what the reader is told: the checks, their findings, the command. */
@NullMarked
package id.tanggap.proof.verification;

import org.jspecify.annotations.NullMarked;
