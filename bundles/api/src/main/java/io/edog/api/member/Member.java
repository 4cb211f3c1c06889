package io.edog.api.member;

import io.edog.api.journal.Index;
import java.time.Instant;

/**
 * A manager, as it told of itself last.
 *
 * @param node its name
 * @param peer {@code host:port} of its peer service; empty when it has none, as in a cluster of one
 * @param api the address of its REST API, a URL; may be empty
 * @param version of the distribution it runs
 * @param format the highest entry format it reads
 * @param standing what it is able to do
 * @param reason why it is not serving, in a sentence; may be empty
 * @param mark what it had applied when it told this
 * @param exported the newest index that is in a checked, flushed export on its disk
 * @param live whether its session with ZooKeeper is open; set by who reads, not by who tells
 * @param at when it told this, by its own clock
 */
public record Member(
        String node,
        String peer,
        String api,
        String version,
        int format,
        Standing standing,
        String reason,
        StateMark mark,
        Index exported,
        boolean live,
        Instant at) {

    /** The same word, of a manager whose session is open, or is not. */
    public Member withLive(boolean open) {
        return new Member(node, peer, api, version, format, standing, reason, mark, exported, open, at);
    }

    /** The same word, told at another time. */
    public Member withAt(Instant when) {
        return new Member(node, peer, api, version, format, standing, reason, mark, exported, live, when);
    }
}
