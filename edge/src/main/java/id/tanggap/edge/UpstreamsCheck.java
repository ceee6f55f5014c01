package id.tanggap.edge;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says which upstreams answer. It informs and never fails: the front door is useful as long as it listens, for it then
 * serves the pages and says in plain words what is missing.
 */
@Wellness
class UpstreamsCheck implements AsyncHealthCheck {

    private static final long PATIENCE_MILLIS = 2_000;

    private final RouteTable routes;
    private final Lanes lanes;

    UpstreamsCheck(RouteTable routes, Lanes lanes) {
        this.routes = routes;
        this.lanes = lanes;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> Future.join(
                                routes.entries().stream().map(this::ask).toList())
                        .map(asked -> report(asked.list()))
                        .toCompletionStage());
    }

    private HealthCheckResponse report(List<Boolean> answers) {
        var report = HealthCheckResponse.named("upstreams").up();
        for (int i = 0; i < answers.size(); i++) {
            report.withData(routes.entries().get(i).name(), answers.get(i) ? "UP" : "DOWN");
        }
        return report.build();
    }

    private Future<Boolean> ask(RouteTable.Entry entry) {
        return lanes.of(Lanes.ORDINARY)
                .client()
                .request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost(entry.host())
                        .setPort(entry.port())
                        .setSsl(entry.secure())
                        .setURI(entry.route().probe()))
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.body().map(answer.statusCode() == 200))
                .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .otherwise(false);
    }
}
