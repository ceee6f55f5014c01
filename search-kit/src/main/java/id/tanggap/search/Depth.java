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
    /** What it takes to look one up and sort it, measured in those that are read on in that time. */
    private static final int LOOKING_UP = 3;
    /** Something more than what would do if the words were spread evenly. */
    private static final double SPREAD = 1.5;

    /** The first of the list that are read in any case. */
    public int near() {
        return Math.max(NEAR, wanted);
    }

    /**
     * The first of the list that probably fill the page; of few different values, since each is a statement of its own.
     *
     * @param nearby how many of {@link #near} have the words
     * @param all how many there are that may have them, about
     * @return 0 when it is quicker to look them up
     */
    public int filling(int nearby, double all) {
        var having = nearby * all / near();
        var read = (double) near() * wanted / Math.max(nearby, 1);
        return having * LOOKING_UP <= read ? 0 : powerOfTwo((int) Math.ceil(SPREAD * read));
    }

    private static int powerOfTwo(int atLeast) {
        return Integer.highestOneBit(atLeast - 1) << 1;
    }
}
