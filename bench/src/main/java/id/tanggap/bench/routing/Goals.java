package id.tanggap.bench.routing;

/**
 * What proposals for complaints never seen shall reach.
 *
 * @param dispatched the share that may go out unseen, as long as {@link #PRECISION} of it is right
 * @param served the same for the service, rules and all
 * @param firstDay the same before it has learned anything
 */
record Goals(Goal first, Goal firstThree, Goal calibrationError, Goal dispatched, Goal served, Goal firstDay) {
    static final double PRECISION = 0.90;
    private static final Goal FIRST_DAY = Goal.atLeast(0.25, 0.30);

    /** For complaints of the same time as those that were learned. */
    static final Goals RANDOM = new Goals(
            Goal.atLeast(0.80, 0.84),
            Goal.atLeast(0.92, 0.95),
            Goal.atMost(0.03, 0.015),
            Goal.atLeast(0.72, 0.82),
            Goal.atLeast(0.70, 0.75),
            FIRST_DAY);

    /** For complaints that came after those that were learned. */
    static final Goals NEWEST = new Goals(
            Goal.atLeast(0.72, 0.78),
            Goal.atLeast(0.85, 0.90),
            Goal.atMost(0.05, 0.03),
            Goal.atLeast(0.60, 0.70),
            Goal.atLeast(0.60, 0.70),
            FIRST_DAY);

    /** A share whose precision is not met does not count, however large. */
    String verdictOnDispatched(Score.Dispatched dispatched) {
        return dispatched.precision() < PRECISION ? "misses" : this.dispatched.verdict(dispatched.share());
    }
}
