/** The parts of the platform: how each is started, what it waits for, when it is ready, and how they are told of each other. */
@NullMarked
package id.tanggap.local.part;

import org.jspecify.annotations.NullMarked;
