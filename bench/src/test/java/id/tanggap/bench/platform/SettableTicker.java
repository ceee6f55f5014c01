package id.tanggap.bench.platform;

/** Time that passes only when somebody sleeps. */
public final class SettableTicker implements Ticker {
    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(long nanos) {
        this.nanos += nanos;
    }

    public double seconds() {
        return nanos() / 1e9;
    }
}
