# The image of any service and of the edge, from what the build has made:
#   docker build --build-arg MODULE=intake-service --tag tanggap/intake-service:0.1.0 .
# The base needs Java 25 and, for the health checks of docker-compose.yml, bash.
ARG BASE_IMAGE=eclipse-temurin:25-jre
FROM ${BASE_IMAGE}
ARG MODULE
COPY ${MODULE}/target/quarkus-app/ /app/
# Where volumes for files are mounted: a new one takes over its owner.
RUN install -d -o 10001 -g 10001 /files
USER 10001:10001
ENTRYPOINT ["java", \
  "-XX:+UseSerialGC", "-XX:SurvivorRatio=4", "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", \
  "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED", \
  "-Djava.awt.headless=true", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar", "/app/quarkus-run.jar"]
