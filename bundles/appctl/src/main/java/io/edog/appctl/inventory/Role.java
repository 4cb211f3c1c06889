package io.edog.appctl.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a node does. */
public enum Role {
    /** Decides; answers API, shell and page. */
    @JsonProperty("manager")
    MANAGER,
    /** Runs virtual machines. */
    @JsonProperty("agent")
    AGENT,
    /** Only votes, so that two managers have a majority when one is lost. */
    @JsonProperty("witness")
    WITNESS;

    /** As it is written in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
