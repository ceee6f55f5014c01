package id.tanggap.dispatch;

/**
 * How often a proposal was right.
 *
 * @param measured how many of its proposals are confirmed
 * @param correct how many of these went to the agency that was proposed
 */
public record TrackRecord(int measured, int correct) {
    /** From how many on something is said. */
    public static final int FEWEST = 30;

    /** Of the normal distribution: one in twenty is beyond, on the one side. */
    private static final double BEYOND_CHANCE = 1.645;

    /** Whether what is promised was kept for long enough to be given the right to dispatch. */
    public boolean earns(double promised) {
        return measured >= FEWEST && share() >= promised;
    }

    /** From 0 to 1; not a number when nothing was measured. */
    public double share() {
        return (double) correct / measured;
    }

    /**
     * Whether the share that is promised is missed, and by more than chance: the upper bound of Wilson's interval lies
     * below it. Never with fewer than thirty.
     *
     * @param promised from 0 to 1
     */
    public boolean isBelow(double promised) {
        if (measured < FEWEST) {
            return false;
        }
        var share = share();
        var z2 = BEYOND_CHANCE * BEYOND_CHANCE;
        var middle = share + z2 / (2 * measured);
        var reach = BEYOND_CHANCE * Math.sqrt((share * (1 - share) + z2 / (4 * measured)) / measured);
        return (middle + reach) / (1 + z2 / measured) < promised;
    }
}
