package io.edog.manager.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of the engine, PID {@code io.edog.manager}; each value is described in the shipped file. */
@ObjectClassDefinition(name = "edog manager")
public @interface ManagerConfig {
    @AttributeDefinition(description = "The address of this node's REST API, as it is told to the other managers")
    String api_url() default "";

    @AttributeDefinition(description = "Commands that may wait at once; more are refused with 503")
    int queue_limit() default 4096;

    @AttributeDefinition(description = "Most commands in one journal entry")
    int group_limit() default 128;

    @AttributeDefinition(description = "Most bytes of a group of commands or changes in one journal entry")
    int group_bytes() default 32 * 1024;

    @AttributeDefinition(description = "Most bytes of what one command changes")
    int entry_bytes() default 400 * 1024;

    @AttributeDefinition(description = "How long a caller waits for a command to be durable, ms")
    long submit_timeout_ms() default 10_000;

    @AttributeDefinition(description = "How long a read waits for an index, ms")
    long index_wait_ms() default 5_000;

    @AttributeDefinition(description = "Event streams at once")
    int follower_limit() default 200;

    @AttributeDefinition(description = "Everything is looked at again this often, ms")
    long sweep_ms() default 60_000;

    @AttributeDefinition(description = "First pause after a failure of journal, database or bus, ms; doubles")
    long retry_ms() default 100;

    @AttributeDefinition(description = "Longest pause after a failure, ms")
    long retry_max_ms() default 5_000;

    @AttributeDefinition(
            description =
                    "A manager that does not lead looks for new entries this often, even if nothing tells it of them, ms")
    long follow_poll_ms() default 500;

    @AttributeDefinition(
            description = "A manager that has not reached the journal for so long answers no more reads, ms")
    long contact_limit_ms() default 3_000;

    @AttributeDefinition(description = "Commands that may be on their way to the leader at once; further ones wait")
    int forward_limit() default 256;

    @AttributeDefinition(description = "The leader is asked again when it has not answered for so long, ms")
    long forward_attempt_ms() default 3_000;

    @AttributeDefinition(description = "Longest pause before an undecided command is sent to the leader again, ms")
    long forward_pause_max_ms() default 250;

    @AttributeDefinition(
            description =
                    "A manager that is held up for so long, by its database say, does not lead until it goes on, ms")
    long step_limit_ms() default 10_000;

    @AttributeDefinition(description = "How long a step tells hosts what they shall have; the next one goes on, ms")
    long publish_ms() default 200;

    @AttributeDefinition(
            description = "How long a step writes what was planned; what is left is planned anew in the next one, ms")
    long plan_ms() default 200;

    @AttributeDefinition(
            description =
                    "How long a manager that stops waits for another one to take over and to decide what is open, ms")
    long stop_limit_ms() default 4_000;

    @AttributeDefinition(description = "Entries kept in ZooKeeper; older ones stay in the database")
    int journal_keep_entries() default 4_000;

    @AttributeDefinition(
            description =
                    "Bytes of entries kept in ZooKeeper; together with those of the leader before, at most twice as many")
    long journal_keep_bytes() default 32L * 1024 * 1024;

    @AttributeDefinition(
            description = "The state is exported after so many entries; the journal keeps what no export has")
    int export_entries() default 2_000;

    @AttributeDefinition(description = "The state is exported this often, if it changed, s")
    long export_period_s() default 3_600;

    @AttributeDefinition(description = "Exports kept")
    int export_keep() default 2;

    @AttributeDefinition(description = "Where this manager keeps its exports")
    String data_directory() default "data/edog";

    @AttributeDefinition(description = "The cluster's name, which stands in each export")
    String cluster_name() default "edog";

    @AttributeDefinition(description = "Days for which the database keeps applied entries")
    int journal_retention_days() default 400;

    @AttributeDefinition(description = "Silence of an agent after which its guests are unknown, ms")
    long agent_timeout_ms() default 6_000;

    @AttributeDefinition(description = "Memory of a host that guests never get, MiB")
    long system_reserved_memory_mib() default 2048;

    @AttributeDefinition(description = "Grace of a stop that names none, s")
    int stop_grace_s() default 60;

    @AttributeDefinition(description = "Automatic restarts in a row before edog gives up and says so")
    int restart_limit() default 5;

    @AttributeDefinition(description = "Pause before the second automatic restart, ms; doubles")
    long restart_backoff_ms() default 2_000;

    @AttributeDefinition(description = "Longest pause between automatic restarts, ms")
    long restart_backoff_max_ms() default 60_000;

    @AttributeDefinition(description = "A guest that ran this long has its restarts forgotten, s")
    long restart_stable_s() default 300;

    @AttributeDefinition(description = "Finished tasks are kept this long, h")
    long task_retention_h() default 24;

    @AttributeDefinition(description = "Most finished tasks kept")
    int task_limit() default 10_000;

    @AttributeDefinition(description = "Idempotency keys are remembered this long, h")
    long key_retention_h() default 24;

    @AttributeDefinition(description = "Most idempotency keys remembered")
    int key_limit() default 20_000;
}
