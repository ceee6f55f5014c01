package id.tanggap.routing;

/** A service's class that others have no business with. */
public final class Neighbour {}
