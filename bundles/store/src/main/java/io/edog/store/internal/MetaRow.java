package io.edog.store.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateHash;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The place in the journal that the other tables are at: one row, made by the schema's first version. */
@Entity
@Table(name = "META")
class MetaRow {
    /** Key of the only row. */
    static final int KEY = 1;

    @Id
    @Column(name = "ID")
    private int id;

    @Column(name = "APPLIED_INDEX")
    private long appliedIndex;

    @Column(name = "EPOCH")
    private long epoch;

    @Column(name = "HEAD")
    private String head;

    @Column(name = "STATE_HASH")
    private String stateHash;

    protected MetaRow() {}

    Index applied() {
        return new Index(appliedIndex);
    }

    StateHash hash() {
        return new StateHash(stateHash);
    }

    String head() {
        return head;
    }

    /** Whether an entry was the last to be applied. */
    boolean isAt(Entry entry) {
        return appliedIndex == entry.index().value() && head.equals(entry.hash());
    }

    /** Whether the tables are at a place, with objects of this hash. */
    boolean isAt(Place place, StateHash wanted) {
        return place().equals(place) && hash().equals(wanted);
    }

    Place place() {
        return new Place(applied(), new Epoch(epoch), head);
    }

    /** A state with these objects, moved to this place. */
    ClusterState place(ClusterState objects) {
        return objects.at(applied(), new Epoch(epoch), head);
    }
}
