package id.tanggap.intake;

import id.tanggap.messaging.Ground;

public record StandsOnTheGround(Ground ground) {}
