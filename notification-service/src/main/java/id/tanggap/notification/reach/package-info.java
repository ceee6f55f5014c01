/** That an answer is with its citizen, as far as anybody can tell. */
@NullMarked
package id.tanggap.notification.reach;

import org.jspecify.annotations.NullMarked;
