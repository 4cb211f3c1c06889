package io.edog.api.member;

/** What one of ZooKeeper's servers does. */
public enum VoterRole {
    /** Its word counts for the majority. */
    PARTICIPANT,
    /** It only follows. */
    OBSERVER
}
