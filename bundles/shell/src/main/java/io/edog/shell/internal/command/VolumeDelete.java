package io.edog.shell.internal.command;

import io.edog.api.command.StorageCommand;
import io.edog.api.model.Volume;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.VolumeCompleter;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:volume-delete}. */
@Service
@Command(scope = "edog", name = "volume-delete", description = "Deletes a volume that no VM has, with what is on it")
@Parsing(OptionsFirst.class)
public class VolumeDelete extends TaskCommand {

    @Argument(name = "volume", description = "Name or id of the volume", required = true)
    @Completion(VolumeCompleter.class)
    private String volume;

    @Override
    protected void run(Call call) throws InterruptedException {
        Volume found = call.find(Volume.class, volume);
        carryOut(
                call,
                new StorageCommand.DeleteVolume(found.id()),
                Volume.class,
                id -> "Volume " + found.name() + " is deleted.");
    }
}
