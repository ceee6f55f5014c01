/**
 * Makes a monthly recap of complaints verifiable offline: whoever holds the root of a recap, 32 bytes printed on the
 * report, can tell whether one complaint, or the whole recap, is what it was when the report was printed.
 *
 * <p>{@link id.tanggap.proof.EventChain} makes one digest of all events of a complaint, which stands in the complaint's
 * entry; {@link id.tanggap.proof.MerkleTree} makes one root of all entries. {@link id.tanggap.proof.file.CaseProof} is the file
 * of one complaint, {@link id.tanggap.proof.file.Recap} the file of all, {@link id.tanggap.proof.verification.Verify} the command that reads
 * both. The formats are specified in {@code docs/proof.md}, for everybody who wants to write a verifier of their own.
 */
@NullMarked
package id.tanggap.proof;

import org.jspecify.annotations.NullMarked;
