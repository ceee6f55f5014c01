package id.tanggap.learning.trust;

import id.tanggap.learning.learner.LinearClassifier;
import id.tanggap.learning.learner.Ranking;
import id.tanggap.learning.learner.Ranking.Ranked;

/**
 * What a ranking tells of how far its first label can be trusted. Thousands are held while a model is trained, so nothing
 * else of the ranking is.
 *
 * @param code of the first label
 * @param score of the first label
 * @param values by which rankings are told apart
 */
@SuppressWarnings("ArrayRecordComponent") // of one's own making, and never compared
public record Signs(String code, double score, double[] values) {
    static final int COUNT = 7;

    private static final double SMALL = 1e-3;

    /** @param ranking not empty */
    public static Signs of(Ranking ranking) {
        var first = ranking.first();
        var score = first.score();
        var second = score - ranking.lead(Ranked::score, 0);
        return new Signs(first.code(), score, new double[] {
            Math.log((score + SMALL) / (1 - score + SMALL)),
            Math.log((score + SMALL) / (second + SMALL)),
            score - second,
            first.margin(),
            ranking.lead(Ranked::margin, LinearClassifier.NEVER_SEEN),
            first.vote(),
            ranking.lead(Ranked::vote, 0)
        });
    }
}
