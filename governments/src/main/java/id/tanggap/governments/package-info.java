/**
 * What is local to a government: its agencies, regions, working calendar, categories, routing rules and promise, read
 * from YAML files and checked as a whole before anything runs on them.
 *
 * <p>The code knows no government's name. A government is added by a folder of files and a line in {@code index.yaml}.
 */
@NullMarked
package id.tanggap.governments;

import org.jspecify.annotations.NullMarked;
