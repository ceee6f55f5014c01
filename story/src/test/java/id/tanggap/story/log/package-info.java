/** Topics in memory, and a service that reads and writes them: with inbox and outbox, and the moments at which it may die. */
@NullMarked
package id.tanggap.story.log;

import org.jspecify.annotations.NullMarked;
