@NullMarked
package id.tanggap.contracts.book;

import org.jspecify.annotations.NullMarked;
