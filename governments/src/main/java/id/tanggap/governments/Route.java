package id.tanggap.governments;

/** The agency for a complaint, and the rule that chose it. */
public record Route(Agency agency, RoutingRule rule) {}
