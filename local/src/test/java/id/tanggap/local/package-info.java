/** Tests of the local run that start no part. */
@NullMarked
package id.tanggap.local;

import org.jspecify.annotations.NullMarked;
