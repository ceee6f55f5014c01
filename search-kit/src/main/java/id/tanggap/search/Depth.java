package id.tanggap.search;

/**
 * How far a list is read for the words that are looked for, before they are looked up by their index. What the first few of the
 * list tell of how common they are decides it: reading on is quick for common words, looking up for rare ones.
 *
 * @param wanted how many fill the page
 */
public record Depth(int wanted) {
    /** Found in more than these, words are not sorted: the list is passed over to its end. */
    public static final int FEW = 20_000;

    private static final int NEAR = 500;
    /** Something more than what would do if the words were spread evenly. */
    private static final double SPREAD = 1.5;
    /**
     * Measured at a million: so much more than what reading on costs, divided by how many were found nearby, does looking up
     * cost, multiplied by them; for each that is wanted.
     */
    private static final int AS_QUICK = 12;

    /** The first of the list that are read in any case. */
    public int near() {
        return Math.max(NEAR, wanted);
    }

    /**
     * The first of the list that probably fill the page.
     *
     * @param nearby how many of {@link #near} have the words
     * @return 0 when it is quicker to look them up
     */
    public int filling(int nearby) {
        return AS_QUICK * nearby * nearby < wanted ? 0 : (int) Math.ceil(SPREAD * near() * wanted / nearby);
    }
}
