package id.tanggap.routing;

import id.tanggap.testkit.SettableTime;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The service under test goes by a clock that tests set. */
class TestTime {
    @Produces
    @Singleton
    SettableTime time() {
        return SettableTime.running();
    }
}
