/** That a recap is what it was: proofs for citizens and auditors, and the search for what is not. */
@NullMarked
package id.tanggap.reporting.proof;

import org.jspecify.annotations.NullMarked;
