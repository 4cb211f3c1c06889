package io.edog.core.decide;

import io.edog.api.command.StorageCommand;
import io.edog.api.command.StorageCommand.CreateVolume;
import io.edog.api.command.StorageCommand.DeleteTemplate;
import io.edog.api.command.StorageCommand.DeleteVolume;
import io.edog.api.command.StorageCommand.ImportTemplate;
import io.edog.api.model.Pool;
import io.edog.api.model.Reply;
import io.edog.api.model.Task;
import io.edog.api.model.Template;
import io.edog.api.model.Volume;
import io.edog.api.model.VolumeState;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.core.Draft;
import java.util.List;
import java.util.Optional;

/** Decides what is wanted of templates and volumes. */
final class StorageDecider {
    private static final String DEFAULT_POOL = "default";
    private static final int MAX_PATH = 1024;
    private static final long MIN_VOLUME_BYTES = 1024 * 1024;

    private final Draft draft;
    private final Context context;
    private final Lookup lookup;

    StorageDecider(Draft draft, Context context) {
        this.draft = draft;
        this.context = context;
        this.lookup = new Lookup(draft.state(), context.principal());
    }

    Reply decide(StorageCommand command) {
        if (command instanceof ImportTemplate template) {
            return importTemplate(template);
        } else if (command instanceof DeleteTemplate template) {
            return deleteTemplate(lookup.subject(Template.class, template.template()));
        } else if (command instanceof CreateVolume volume) {
            return createVolume(volume);
        }
        return deleteVolume(lookup.subject(Volume.class, ((DeleteVolume) command).volume()));
    }

    private Reply importTemplate(ImportTemplate command) {
        Check.name("name", command.name());
        Check.text("os", command.os(), 40);
        Check.text("version", command.version(), 40);
        Check.text("source.path", command.path(), MAX_PATH);
        if (!command.path().startsWith("/")) {
            throw Check.invalid(
                    "source.path", "'" + command.path() + "' is not absolute.", "Give a path from the root.");
        }
        String tenant = context.principal().tenant();
        Check.free(draft.state(), Template.class, "template", tenant, command.name());
        Pool pool = pool(command.pool());
        String id = context.ids().get();
        Task task = context.newTask("template.import", id, "Waiting for a host to import it");
        draft.put(task);
        draft.put(new Template(
                id,
                tenant,
                command.name(),
                command.os(),
                command.version(),
                pool.id(),
                0,
                VolumeState.CREATING,
                "waiting for a host to import it",
                command.path(),
                Optional.empty(),
                Optional.of(task.id()),
                context.now()));
        return new Reply(id, Optional.of(task.id()));
    }

    private Reply deleteTemplate(Template template) {
        long clones = draft.state().list(Volume.class).stream()
                .filter(v -> v.template().equals(Optional.of(template.id())))
                .count();
        if (clones > 0 || template.state() == VolumeState.DELETING) {
            throw Check.wrongState(
                    "Template " + template.name() + " has " + clones + " linked clones or is being deleted.",
                    "Delete the volumes cloned from it first.");
        }
        Task task = context.newTask("template.delete", template.id(), "Waiting for a host to remove it");
        draft.put(task);
        draft.put(template.withState(
                        VolumeState.DELETING,
                        "deleted by " + context.principal().name())
                .withHost(Optional.empty())
                .withTask(Optional.of(task.id())));
        return new Reply(template.id(), Optional.of(task.id()));
    }

    private Reply createVolume(CreateVolume command) {
        Check.name("name", command.name());
        Check.range(
                "sizeBytes",
                command.sizeBytes(),
                MIN_VOLUME_BYTES,
                context.settings().maxVolumeBytes(),
                " bytes");
        String tenant = context.principal().tenant();
        Check.free(draft.state(), Volume.class, "volume", tenant, command.name());
        Pool pool = pool(command.pool());
        String id = context.ids().get();
        Task task = context.newTask("volume.create", id, "Waiting for a host to make it");
        draft.put(task);
        draft.put(new Volume(
                id,
                tenant,
                context.principal().user(),
                command.name(),
                pool.id(),
                command.sizeBytes(),
                VolumeState.CREATING,
                "waiting for a host to make it",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(task.id()),
                context.now()));
        return new Reply(id, Optional.of(task.id()));
    }

    private Reply deleteVolume(Volume volume) {
        if (volume.attachedTo().isPresent() || volume.state() == VolumeState.DELETING) {
            throw Check.wrongState(
                    "Volume " + volume.name() + " belongs to a VM or is being deleted.", "Delete the VM first.");
        }
        Task task = context.newTask("volume.delete", volume.id(), "Waiting for a host to remove it");
        draft.put(task);
        draft.put(volume.withState(
                        VolumeState.DELETING,
                        "deleted by " + context.principal().name())
                .withHost(Optional.empty())
                .withTask(Optional.of(task.id())));
        return new Reply(volume.id(), Optional.of(task.id()));
    }

    private Pool pool(Optional<String> wanted) {
        String tenant = context.principal().tenant();
        List<Pool> pools = draft.state().list(Pool.class);
        Optional<Pool> found = wanted.isPresent()
                ? draft.state().lookup(Pool.class, tenant, wanted.get())
                : pools.size() == 1
                        ? Optional.of(pools.get(0))
                        : draft.state().lookup(Pool.class, tenant, DEFAULT_POOL);
        return found.orElseThrow(() -> wanted.isPresent()
                ? new ProblemException(Problem.unknownReference("pool", "pool", wanted.get()))
                : Check.wrongState(
                        "No host has reported a pool yet.", "Install the storage feature on a host and wait for it."));
    }
}
