package id.tanggap.edge;

import io.vertx.core.http.HttpClientRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * A request on a connection that others use after it. The client library closes the connection of a request that is reset,
 * also when its answer has come as a whole and the connection is somebody else's by then; who asked may be slow to take
 * the answer, or gone. So nobody but the owner resets it.
 */
final class SharedConnection {

    private final HttpClientRequest request;
    private final Runnable letGo;

    private SharedConnection(HttpClientRequest request, Runnable letGo) {
        this.request = request;
        this.letGo = letGo;
    }

    /** @param letGo what happens instead of a reset */
    static HttpClientRequest of(HttpClientRequest request, Runnable letGo) {
        return (HttpClientRequest) Proxy.newProxyInstance(
                SharedConnection.class.getClassLoader(),
                new Class<?>[] {HttpClientRequest.class},
                new SharedConnection(request, letGo)::call);
    }

    private Object call(Object self, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("reset")) {
            letGo.run();
            return false;
        }
        try {
            return method.invoke(request, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
