package id.tanggap.reporting.recap;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other packages look after the recaps at a time of their own. */
@ApplicationScoped
public class Loop {
    private final RecapWatch watch;

    Loop(RecapWatch watch) {
        this.watch = watch;
    }

    public void look() {
        watch.look().await().indefinitely();
    }
}
