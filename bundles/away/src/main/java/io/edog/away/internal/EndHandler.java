package io.edog.away.internal;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.AbstractHandler;

/**
 * From the moment that karaf begins to stop, whatever is asked is answered with 503, and its connection closed: servlets go one by one
 * from then on, and what they leave behind for seconds would be told to be unknown.
 */
final class EndHandler extends AbstractHandler {
    private final BooleanSupplier ending;

    EndHandler(BooleanSupplier ending) {
        this.ending = ending;
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (ending.getAsBoolean()) {
            base.setHandled(true);
            response.setHeader(HttpHeader.CONNECTION.asString(), HttpHeaderValue.CLOSE.asString());
            Answer.AWAY.write(response);
        }
    }
}
