package io.edog.store.internal;

import io.edog.api.model.Task;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Work that someone waits for. */
@Entity
@Table(name = "TASK")
class TaskRow extends ObjectRow {
    @Column(name = "STATE")
    private String state;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "SUBJECT")
    private String subject;

    protected TaskRow() {}

    TaskRow(Task task) {
        super(task);
        state = word(task.state());
        kind = word(task.kind());
        subject = word(task.subject());
    }
}
