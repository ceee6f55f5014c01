/** What one may ask of the platform on this machine: a command a class, and what the command line says. */
@NullMarked
package id.tanggap.local.command;

import org.jspecify.annotations.NullMarked;
