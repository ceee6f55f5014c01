package id.tanggap.e2e;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The people, clients and roles, as Keycloak itself exports them, passwords' digests included. The local run imports the
 * file at the first start on a data directory that brings one.
 */
record KeptRealm(KeptSet set, RunningPlatform platform) {

    /** A second process of the running Keycloak's kind, on the same database. */
    void keep() throws IOException, InterruptedException {
        List<String> running = platform.commandLine("keycloak");
        int verb = running.indexOf("start");
        List<String> command = new ArrayList<>(running.subList(0, verb));
        command.addAll(List.of("export", "--optimized", "--realm=tanggap", "--users=same_file"));
        command.add("--file=" + set.file("realm.json"));
        running.subList(verb, running.size()).stream()
                .filter(option -> option.startsWith("--db-"))
                .forEach(command::add);
        Commands.run(set.directory(), platform.environment("keycloak"), command).orFail();
    }
}
