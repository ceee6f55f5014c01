package id.tanggap.governments.routing;

import id.tanggap.governments.agency.Agency;

/** The agency for a complaint, and the rule that chose it. */
public record Route(Agency agency, RoutingRule rule) {}
