package id.tanggap.intake;

import org.apache.kafka.clients.producer.Producer;

public record Publishes(Producer<String, byte[]> producer) {}
