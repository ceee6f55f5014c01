package id.tanggap.bench.torture;

import static id.tanggap.bench.torture.Act.ACCEPT;
import static id.tanggap.bench.torture.Act.ANSWER;
import static id.tanggap.bench.torture.Act.ASK;
import static id.tanggap.bench.torture.Act.DISPATCH;
import static id.tanggap.bench.torture.Act.GIVE_BACK;
import static id.tanggap.bench.torture.Act.MOVE;
import static id.tanggap.bench.torture.Act.OBJECT;
import static id.tanggap.bench.torture.Act.REFER;
import static id.tanggap.bench.torture.Act.RESOLVE;
import static id.tanggap.bench.torture.Act.SCREEN_OUT;
import static id.tanggap.bench.torture.Act.WITHDRAW;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.bench.torture.Told.Deed;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** They work on complaints in pairs: two people who do not know of each other, at once or a moment apart. */
final class Officers {
    static final String COORDINATOR = "koordinator.solo";
    static final String AGENCY = "admin.dlh.solo";
    static final String NEXT = "admin.dpupr.solo";
    static final String INTAKE = "petugas.solo";
    private static final String CITIZEN = "";
    private static final List<Pair> PAIRS = List.of(
            new Pair(List.of(DISPATCH, ACCEPT), ANSWER, GIVE_BACK),
            new Pair(List.of(DISPATCH, ACCEPT), ASK, GIVE_BACK),
            new Pair(List.of(DISPATCH, ACCEPT), ANSWER, MOVE),
            new Pair(List.of(DISPATCH, ACCEPT), ANSWER, REFER),
            new Pair(List.of(DISPATCH, ACCEPT), ANSWER, WITHDRAW),
            new Pair(List.of(DISPATCH, ACCEPT), WITHDRAW, MOVE),
            new Pair(List.of(DISPATCH, ACCEPT), ANSWER, ANSWER),
            new Pair(List.of(DISPATCH, ACCEPT, ANSWER), OBJECT, RESOLVE),
            new Pair(List.of(), SCREEN_OUT, DISPATCH),
            new Pair(List.of(), WITHDRAW, SCREEN_OUT));
    private static final List<Integer> MILLIS_APART = List.of(0, 5, 30, 80, 1000);
    private static final int TRIES = 60;

    private final Door door;
    private final Told told;

    Officers(Door door, Told told) {
        this.door = door;
        this.told = told;
    }

    private record Pair(List<Act> before, Act one, Act other) {}

    /** A complaint from its receipt through one pair of acts. */
    void work(Complaint complaint, Random random) {
        try {
            var pair = PAIRS.get(random.nextInt(PAIRS.size()));
            var apart = MILLIS_APART.get(random.nextInt(MILLIS_APART.size()));
            if (begin(complaint, pair.before())) {
                cross(complaint, pair, random.nextBoolean(), apart);
            }
        } catch (Door.Unanswered never) {
            told.unanswered(String.valueOf(never.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it came so far; a complaint that lies elsewhere already is left to others. */
    private boolean begin(Complaint complaint, List<Act> acts) throws InterruptedException {
        if (!becomes(complaint, Set.of("VERIFIED", "DISPATCHED"))) {
            return false;
        }
        for (var act : acts) {
            if (!granted(complaint, act)) {
                return false;
            }
        }
        return true;
    }

    private boolean granted(Complaint complaint, Act act) throws InterruptedException {
        for (var tries = 0; tries < TRIES; tries++) {
            if (act == DISPATCH && lies(complaint).path("agency").asText().equals("dlh") || does(complaint, act)) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        return false;
    }

    private boolean becomes(Complaint complaint, Set<String> states) throws InterruptedException {
        for (var tries = 0; tries < TRIES; tries++) {
            if (states.contains(lies(complaint).path("state").asText())) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return false;
    }

    private JsonNode lies(Complaint complaint) {
        return door.look(COORDINATOR, "/api/routing/v1/cases/" + complaint.id()).body();
    }

    private void cross(Complaint complaint, Pair pair, boolean inOrder, int millis) {
        try (var two = Executors.newScheduledThreadPool(2)) {
            two.schedule(() -> does(complaint, pair.one()), inOrder ? 0 : millis, TimeUnit.MILLISECONDS);
            two.schedule(() -> does(complaint, pair.other()), inOrder ? millis : 0, TimeUnit.MILLISECONDS);
        }
    }

    /** Whether it was granted. */
    private boolean does(Complaint complaint, Act act) {
        var words = act.speaks()
                ? "Perkara " + Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, 36)
                : "";
        var person = person(act);
        try {
            var answer = act.byTheCitizen()
                    ? door.insistAsCitizen(act.path(complaint), complaint.secret(), act.said(words))
                    : door.insist(person, act.path(complaint), act.said(words));
            if (answer.granted()) {
                told.granted(new Deed(complaint, act, person, words));
            }
            return answer.granted();
        } catch (Door.Unanswered never) {
            told.unanswered(String.valueOf(never.getMessage()));
            return false;
        }
    }

    private static String person(Act act) {
        return switch (act) {
            case ACCEPT, ANSWER, ASK, RESOLVE, GIVE_BACK -> AGENCY;
            case DISPATCH, MOVE, REFER -> COORDINATOR;
            case SCREEN_OUT -> INTAKE;
            case OBJECT, WITHDRAW -> CITIZEN;
        };
    }
}
