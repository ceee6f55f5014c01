@NullMarked
package id.tanggap.doubles;

import org.jspecify.annotations.NullMarked;
