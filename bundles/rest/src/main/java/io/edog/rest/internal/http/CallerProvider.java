package io.edog.rest.internal.http;

import io.edog.api.service.ProblemException;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;

/** Hands resources the caller that {@link EntryFilter} admitted; there is no other way to one. */
@Provider
public final class CallerProvider implements ContextProvider<Caller> {
    @Override
    public Caller createContext(Message message) {
        Caller caller = message.get(Caller.class);
        if (caller == null) {
            throw new ProblemException(HttpProblems.noToken("Nobody was admitted."));
        }
        return caller;
    }
}
