/** The running platform as the tools meet it: its data directory, ports, databases, and the command line. */
@NullMarked
package id.tanggap.bench.platform;

import org.jspecify.annotations.NullMarked;
