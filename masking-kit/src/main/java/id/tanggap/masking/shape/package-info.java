/** What is known by its shape: addresses of mails and accounts, numbers, plates, birth dates, homes; and what only looks so. */
@NullMarked
package id.tanggap.masking.shape;

import org.jspecify.annotations.NullMarked;
