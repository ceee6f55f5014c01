package id.tanggap.messaging;

import id.tanggap.routing.Neighbour;

public record KnowsRouting(Neighbour neighbour) {}
