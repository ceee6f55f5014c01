package id.tanggap.routing;

import io.quarkus.test.junit.QuarkusTestProfile;

/** For a test with so many confirmed cases that the service learns from them, which no other test shall notice. */
public final class OwnDatabase implements QuarkusTestProfile {}
