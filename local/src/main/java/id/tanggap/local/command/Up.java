package id.tanggap.local.command;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.Port;
import id.tanggap.local.machine.Probe;
import id.tanggap.local.machine.RunLock;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.MailBox;
import id.tanggap.local.part.Part;
import id.tanggap.local.part.Platform;
import id.tanggap.local.part.Secrets;
import id.tanggap.local.part.Trainable;
import id.tanggap.local.process.AotTraining;
import id.tanggap.local.process.Leftovers;
import id.tanggap.local.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** {@code up}: starts everything and stays until it is told to stop. */
public record Up(Workspace workspace, Console console, InstantSource clock) {

    public int run(Set<String> left, boolean demo) throws IOException, InterruptedException {
        Set<String> without = new HashSet<>(left);
        if (!demo) {
            without.add(Platform.PHONE);
        }
        workspace.createDirectories();
        try (RunLock _ = RunLock.take(workspace)) {
            Secrets secrets = Secrets.in(workspace.data());
            Files.deleteIfExists(workspace.readyMarker());
            Leftovers.stop(workspace, console);
            requireFreePorts(without);
            Files.writeString(workspace.run("port"), Integer.toString(workspace.frontDoor()));
            try (MailBox mails = new MailBox(workspace.port(Port.MAIL), workspace.mails(), clock)) {
                mails.open();
                return supervise(secrets, without, demo);
            }
        }
    }

    private int supervise(Secrets secrets, Set<String> without, boolean demo) throws IOException, InterruptedException {
        boolean withPhone = !without.contains(Platform.PHONE);
        Platform platform = new Platform(workspace, secrets, withPhone);
        List<Part> parts = platform.parts().stream()
                .filter(part -> !without.contains(part.name()))
                .toList();
        Files.write(workspace.run("parts"), parts.stream().map(Part::name).toList());
        Supervisor supervisor = new Supervisor(parts, workspace, console);
        AotTraining training = new AotTraining(workspace, console);
        CountDownLatch stopped = whenToldToStop(supervisor, training);
        start(supervisor, secrets);
        if (withPhone) {
            console.say("A phone to write to the government from: " + platform.phonePage());
        }
        if (demo) {
            new Demo(workspace, secrets, console).run();
        }
        if (!without.contains(Trainable.TRAINING)) {
            training.run(trainable(parts));
        }
        stopped.await();
        return Exit.OK;
    }

    private CountDownLatch whenToldToStop(Supervisor supervisor, AotTraining training) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            training.stop();
            stop(supervisor);
            stopped.countDown();
        }));
        return stopped;
    }

    private void start(Supervisor supervisor, Secrets secrets) throws IOException {
        console.say("Starting Tanggap on " + workspace.publicUrl() + ", data and logs in " + workspace.data());
        supervisor.announce(Platform.CITIZENS_DOOR, "Citizens can file complaints: " + workspace.publicUrl() + "/");
        supervisor.announce(Platform.STAFF_DOOR, "Staff can log in: " + workspace.publicUrl() + "/staff/");
        supervisor.start();
        Files.createFile(workspace.readyMarker());
        console.say("ready " + workspace.publicUrl());
        Welcome.show(workspace, secrets, console);
    }

    private static List<Trainable> trainable(List<Part> parts) {
        return parts.stream()
                .filter(Trainable.class::isInstance)
                .map(Trainable.class::cast)
                .toList();
    }

    private void stop(Supervisor supervisor) {
        console.say("Stopping");
        try {
            Files.deleteIfExists(workspace.readyMarker());
        } catch (IOException e) {
            console.say("The marker of readiness stays: " + e.getMessage());
        }
        supervisor.stop();
        console.say("Stopped");
    }

    private void requireFreePorts(Set<String> without) throws IOException {
        List<String> taken = new ArrayList<>();
        for (Port port : Port.values()) {
            int number = workspace.port(port);
            if (!without.contains(port.part()) && !Probe.free(number)) {
                taken.add(number + " (" + port.part() + ")");
            }
        }
        if (!taken.isEmpty()) {
            throw new IOException("already taken by another program: port " + String.join(", port ", taken)
                    + "; './tanggap up --port N' moves all of ours");
        }
    }
}
