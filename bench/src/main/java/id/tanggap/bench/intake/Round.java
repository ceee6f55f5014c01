package id.tanggap.bench.intake;

import id.tanggap.bench.platform.Load;

/**
 * One round of the interleaved run.
 *
 * @param keptUpSeconds from the first request until the last complaint stood everywhere
 * @param cpu per accepted complaint, up to the same moment; empty where the system does not tell
 * @param walBytes per accepted complaint, of all databases with vacuum and checkpoints
 */
record Round(
        Load.Result r1,
        Load.Result r2,
        double r2CpuMillis,
        Load.Result post,
        double keptUpSeconds,
        Cpu cpu,
        double walBytes) {
    double keptUpPerSecond() {
        return post.accepted() / keptUpSeconds;
    }

    double keptUpAgainstR2() {
        return keptUpPerSecond() / r2.perSecond();
    }

    double cpuAgainstR2() {
        return cpu.total() / r2CpuMillis;
    }

    double burstAgainstR2() {
        return post.perSecond() / r2.perSecond();
    }
}
