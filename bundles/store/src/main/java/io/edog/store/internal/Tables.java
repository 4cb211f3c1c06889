package io.edog.store.internal;

import io.edog.api.model.ClusterSettings;
import io.edog.api.model.Host;
import io.edog.api.model.Kind;
import io.edog.api.model.Outcome;
import io.edog.api.model.Pool;
import io.edog.api.model.Resource;
import io.edog.api.model.Session;
import io.edog.api.model.Task;
import io.edog.api.model.Template;
import io.edog.api.model.User;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which table holds which kind of object. */
final class Tables {
    /** A table of objects, and how an object becomes a row of it. */
    record Table<T extends Resource>(
            Kind kind, Class<T> type, Class<? extends ObjectRow> rows, Function<T, ObjectRow> toRow) {
        ObjectRow row(Resource object) {
            return toRow.apply(type.cast(object));
        }
    }

    private static final Map<Kind, Table<?>> TABLES = Stream.of(
                    new Table<>(Kind.VM, Vm.class, VmRow.class, VmRow::new),
                    new Table<>(Kind.HOST, Host.class, HostRow.class, HostRow::new),
                    new Table<>(Kind.POOL, Pool.class, PoolRow.class, PoolRow::new),
                    new Table<>(Kind.VOLUME, Volume.class, VolumeRow.class, VolumeRow::new),
                    new Table<>(Kind.TEMPLATE, Template.class, TemplateRow.class, TemplateRow::new),
                    new Table<>(Kind.TASK, Task.class, TaskRow.class, TaskRow::new),
                    new Table<>(Kind.USER, User.class, UserRow.class, UserRow::new),
                    new Table<>(Kind.SESSION, Session.class, SessionRow.class, SessionRow::new),
                    new Table<>(Kind.OUTCOME, Outcome.class, OutcomeRow.class, OutcomeRow::new),
                    new Table<>(Kind.SETTINGS, ClusterSettings.class, SettingsRow.class, SettingsRow::new))
            .collect(Collectors.toUnmodifiableMap(Table::kind, Function.identity()));

    private Tables() {}

    /** The classes of all rows of objects. */
    static Stream<Class<?>> rows() {
        return TABLES.values().stream().map(Table::rows);
    }

    static Table<?> of(Kind kind) {
        Table<?> table = TABLES.get(kind);
        if (table == null) {
            throw new IllegalArgumentException("no table for objects of kind " + kind.word());
        }
        return table;
    }
}
