package io.edog.api.service;

import io.edog.api.journal.Index;

/**
 * Where one manager of the cluster stands, as seen from the node that was asked; of others it may be a second old.
 *
 * @param node its name
 * @param live whether its session with ZooKeeper is open
 * @param api the address of its REST API, a URL; may be empty
 * @param version of the distribution it runs; may be empty
 * @param index what it had applied when it told this
 * @param lag how many entries it is behind the newest index known here
 * @param reason why it does not serve, in a sentence; may be empty
 */
public record ManagerStatus(
        String node, Role role, boolean live, String api, String version, Index index, long lag, String reason) {

    /** What a manager does. */
    public enum Role {
        /** It writes the journal. */
        LEADER,
        /** It applies the journal, answers reads and forwards commands. */
        FOLLOWER,
        /** It applies what the journal still holds, or installs a state; it answers nothing yet. */
        CATCHING_UP,
        /** It took itself out of service; only an administrator brings it back. */
        OUT_OF_SERVICE,
        /** Its session with ZooKeeper has ended. */
        AWAY
    }
}
