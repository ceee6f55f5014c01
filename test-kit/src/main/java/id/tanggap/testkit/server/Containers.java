package id.tanggap.testkit.server;

import org.testcontainers.containers.GenericContainer;

/** Stops and starts a container without removing it, so that its data stay. */
final class Containers {
    static void start(GenericContainer<?> container) {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    static void stop(GenericContainer<?> container) {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    private Containers() {}
}
