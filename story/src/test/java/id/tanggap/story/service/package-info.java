/** The services of the platform, each as its rules without HTTP, Kafka and PostgreSQL. */
@NullMarked
package id.tanggap.story.service;

import org.jspecify.annotations.NullMarked;
