/**
 * What the house promises about itself. It stands on no other room and reads the files of the checkout, so that it runs
 * early and in seconds: the project's files, its Java as the compiler parses it, and the pages the build writes.
 */
@NullMarked
package id.tanggap.house;

import org.jspecify.annotations.NullMarked;
