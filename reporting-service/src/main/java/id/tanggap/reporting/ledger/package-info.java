/** Every event as a link of a chain, so that a change of the past is found. */
@NullMarked
package id.tanggap.reporting.ledger;

import org.jspecify.annotations.NullMarked;
