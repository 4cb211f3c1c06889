package io.edog.rest.internal.server;

import java.io.IOException;
import java.time.Duration;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose body ends, at the latest, at a limit of size and of time. CXF reads what is left of a body before it
 * answers, also to refuse it: without this, a sender could make it read on and on.
 */
final class BoundedRequest extends HttpServletRequestWrapper {
    private final long limit;
    private final Duration patience;

    BoundedRequest(HttpServletRequest request, long limit, Duration patience) {
        super(request);
        this.limit = limit;
        this.patience = patience;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Body(super.getInputStream(), limit, System.nanoTime() + patience.toNanos());
    }

    private static final class Body extends ServletInputStream {
        private final ServletInputStream in;
        private final long deadlineNanos;
        private long left;

        Body(ServletInputStream in, long limit, long deadlineNanos) {
            this.in = in;
            this.left = limit;
            this.deadlineNanos = deadlineNanos;
        }

        private boolean over() {
            return left <= 0 || System.nanoTime() - deadlineNanos > 0;
        }

        @Override
        public int read() throws IOException {
            int next = over() ? -1 : in.read();
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = over() ? -1 : in.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(n, 0);
            return n;
        }

        @Override
        public boolean isFinished() {
            return over() || in.isFinished();
        }

        @Override
        public boolean isReady() {
            return over() || in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
