package io.edog.rest.internal.server;

import io.edog.rest.internal.Backends;
import io.edog.rest.internal.RestConfig;
import io.edog.rest.internal.call.AnswerPool;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.http.AllowedMethods;
import io.edog.rest.internal.http.BodyFilter;
import io.edog.rest.internal.http.CallerProvider;
import io.edog.rest.internal.http.EntryFilter;
import io.edog.rest.internal.http.Gatekeeper;
import io.edog.rest.internal.http.HttpMapper;
import io.edog.rest.internal.http.IndexFilter;
import io.edog.rest.internal.http.JsonReader;
import io.edog.rest.internal.http.JsonWriter;
import io.edog.rest.internal.http.TablesXmlWriter;
import io.edog.rest.internal.http.UnexpectedMapper;
import io.edog.rest.internal.resource.RestResource;
import java.time.Duration;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/** JAX-RS by CXF, with a bus and a servlet of its own, so that it shares nothing with who else may use CXF. */
final class JaxRsServer implements AutoCloseable {
    private final AnswerPool pool = new AnswerPool();
    private final Bus bus;
    private final Server server;
    private final CXFNonSpringServlet servlet;

    JaxRsServer(Backends backends, RestConfig config, String version) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(JaxRsServer.class.getClassLoader());
        try {
            this.bus = BusFactory.newInstance().createBus();
            HTTPTransportFactory transport = new HTTPTransportFactory();
            Calls calls = new Calls(backends, pool, Duration.ofSeconds(config.requestSeconds()));
            this.server = factory(backends, config, calls, transport, version).create();
            this.servlet = new CXFNonSpringServlet(transport.getRegistry(), false);
            servlet.setBus(bus);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private JAXRSServerFactoryBean factory(
            Backends backends, RestConfig config, Calls calls, HTTPTransportFactory transport, String version) {
        List<RestResource> resources = ApiResources.all(backends, calls, version);
        AllowedMethods methods = new AllowedMethods(
                resources.stream().<Class<?>>map(Object::getClass).toList());
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setDestinationFactory(transport);
        factory.setAddress("/");
        factory.setServiceBeans(List.copyOf(resources));
        factory.setProviders(List.of(
                new EntryFilter(backends, new Gatekeeper(backends, config.tokenWaits())),
                new BodyFilter(config.maxBodyBytes(), Duration.ofSeconds(config.bodySeconds())),
                new IndexFilter(backends),
                new CallerProvider(),
                new JsonReader(),
                new JsonWriter(),
                new TablesXmlWriter(),
                new HttpMapper(methods),
                new UnexpectedMapper()));
        return factory;
    }

    /** The servlet it answers through; its owner initialises and destroys it. */
    CXFNonSpringServlet servlet() {
        return servlet;
    }

    @Override
    public void close() {
        server.destroy();
        bus.shutdown(false);
        pool.close();
    }
}
