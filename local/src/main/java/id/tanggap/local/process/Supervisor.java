package id.tanggap.local.process;

import id.tanggap.local.machine.Console;
import id.tanggap.local.machine.Workspace;
import id.tanggap.local.part.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the parts in the order they ask for, each as soon as those it waits for are ready; stops them in reverse. */
public final class Supervisor {

    /** A part's process with what others wait for. */
    private record Member(Child child, CompletableFuture<Void> ready, CompletableFuture<Void> gone) {
        Part part() {
            return child.part();
        }
    }

    private final List<Member> members;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Console console;

    public Supervisor(List<Part> parts, Workspace workspace, Console console) {
        this.console = console;
        members = parts.stream()
                .map(part -> new Member(
                        new Child(part, workspace, console), new CompletableFuture<>(), new CompletableFuture<>()))
                .toList();
    }

    /** Says the line as soon as all of these are ready. */
    public void announce(List<String> parts, String line) {
        Set<String> here = members.stream().map(member -> member.part().name()).collect(Collectors.toSet());
        if (here.containsAll(parts)) {
            readyAll(parts).thenRun(() -> console.say(line));
        }
    }

    /** Returns when every part is ready, or throws what kept the first from becoming so. */
    public void start() throws IOException {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (Member member : members) {
            member.ready().exceptionally(cause -> {
                failure.completeExceptionally(cause);
                return null;
            });
            threads.execute(() -> start(member));
        }
        CompletableFuture<Void> all = all(members.stream().map(Member::ready));
        try {
            CompletableFuture.anyOf(all, failure).join();
        } catch (CompletionException e) {
            throw new IOException(
                    e.getCause() == null ? e.toString() : e.getCause().getMessage(), e);
        }
    }

    /** Each part stops when all that were started after it are gone. */
    public void stop() {
        members.forEach(member -> member.child().expectEnd());
        for (Member member : members) {
            Stream<CompletableFuture<Void>> dependants = members.stream()
                    .filter(other -> other.part().after().contains(member.part().name()))
                    .map(Member::gone);
            all(dependants).thenRunAsync(() -> stop(member), threads);
        }
        all(members.stream().map(Member::gone)).join();
    }

    private void start(Member member) {
        try {
            readyAll(member.part().after()).join();
            member.child().start();
            member.ready().complete(null);
        } catch (CompletionException e) {
            member.ready().completeExceptionally(e.getCause() == null ? e : e.getCause());
        } catch (IOException | RuntimeException e) {
            member.ready().completeExceptionally(e);
        } catch (InterruptedException e) {
            member.ready().completeExceptionally(e);
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Member member) {
        try {
            member.child().stop();
        } catch (IOException e) {
            console.part(member.part().name(), "not stopped cleanly: " + e.getMessage());
        } finally {
            member.gone().complete(null);
        }
    }

    /** Parts that are not started here are taken for ready. */
    private CompletableFuture<Void> readyAll(Collection<String> parts) {
        return all(members.stream()
                .filter(member -> parts.contains(member.part().name()))
                .map(Member::ready));
    }

    private static CompletableFuture<Void> all(Stream<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }
}
