/** The ledger for those who watch over it. */
@NullMarked
package id.tanggap.notification.ledger;

import org.jspecify.annotations.NullMarked;
