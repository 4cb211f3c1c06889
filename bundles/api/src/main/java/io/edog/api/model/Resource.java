package io.edog.api.model;

/** An object of the replicated state: immutable, and replaced as a whole by each change. */
public sealed interface Resource
        permits Vm, Host, Pool, Volume, Template, Task, User, Session, Outcome, ClusterSettings {
    /** Unique among objects of its kind, never reused. */
    String id();

    /** The tenant it belongs to; {@link Tenants#DEFAULT} until tenants exist. */
    String tenant();

    /** The id of the user it belongs to, or {@link Tenants#NOBODY} when it is the installation's. */
    String owner();

    /** Its kind, fixed by its class. */
    Kind resourceKind();

    /** The name people give it, unique per kind and tenant for the kinds whose names must be unique. */
    String name();
}
