package io.edog.api.hypervisor;

/** Something happened; a hint to look, and for an end its cause, which can't be seen afterwards. */
public sealed interface HypervisorEvent {
    /** Something about a domain, not necessarily one of edog's. */
    record OfDomain(String vm, Kind kind) implements HypervisorEvent {}

    /** The hypervisor's daemon became reachable or unreachable. */
    record OfDaemon() implements HypervisorEvent {}

    /** What happened to a domain. */
    enum Kind {
        /** It was created, resumed, suspended … */
        CHANGED,
        /** Its guest powered itself off; the domain ends next. */
        GUEST_OFF,
        /** Its process was told to quit, by someone on the host; the domain ends next. */
        KILLED,
        /** Its guest's kernel gave up; the domain ends next. */
        PANICKED,
        /** It ended because its guest powered off. */
        ENDED_BY_GUEST,
        /** It ended because its process died, or its guest panicked. */
        ENDED_BY_CRASH,
        /** It ended because someone destroyed it. */
        ENDED_BY_DESTROY,
        /** It ended, and the hypervisor does not say why. */
        ENDED;

        /** Whether the domain is over. */
        public boolean end() {
            return switch (this) {
                case CHANGED, GUEST_OFF, KILLED, PANICKED -> false;
                case ENDED_BY_GUEST, ENDED_BY_CRASH, ENDED_BY_DESTROY, ENDED -> true;
            };
        }
    }
}
