package io.edog.shell.internal.command;

import io.edog.api.command.StorageCommand;
import io.edog.api.model.Volume;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.PoolCompleter;
import io.edog.shell.internal.text.Amounts;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code edog:volume-create}. */
@Service
@Command(scope = "edog", name = "volume-create", description = "Makes an empty volume")
@Parsing(OptionsFirst.class)
public class VolumeCreate extends TaskCommand {

    @Argument(index = 0, name = "name", description = "Name of the new volume", required = true)
    private String name;

    @Argument(index = 1, name = "size", description = "Its size, such as 10G or 512M", required = true)
    private String size;

    @Option(name = "--pool", description = "Name of the pool it shall lie in; needed only if there are several")
    @Completion(PoolCompleter.class)
    private @Nullable String pool;

    @Override
    protected void run(Call call) throws InterruptedException {
        StorageCommand command =
                new StorageCommand.CreateVolume(name, Optional.ofNullable(pool), Amounts.bytes("size", size));
        carryOut(call, command, Volume.class, id -> "Volume " + name + " is ready.");
    }
}
