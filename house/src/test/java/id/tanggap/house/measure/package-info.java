/** How long methods are, how full packages, how broad the ground: counted in every build, and never more than was reached. */
@NullMarked
package id.tanggap.house.measure;

import org.jspecify.annotations.NullMarked;
