package id.tanggap.intake;

import id.tanggap.routing.Neighbour;

public record LooksIntoRouting(Neighbour neighbour) {}
