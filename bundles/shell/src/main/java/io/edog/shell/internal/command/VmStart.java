package io.edog.shell.internal.command;

import io.edog.api.command.VmCommand;
import io.edog.api.model.Host;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.HostCompleter;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code edog:vm-start}. */
@Service
@Command(scope = "edog", name = "vm-start", description = "Starts a stopped VM")
@Parsing(OptionsFirst.class)
public class VmStart extends VmAction {

    @Option(name = "--host", description = "Name or id of the host to start it on; otherwise edog chooses")
    @Completion(HostCompleter.class)
    private @Nullable String host;

    @Override
    protected VmCommand command(Call call, String id) {
        return new VmCommand.StartVm(id, Optional.ofNullable(host).map(name -> call.idOf(Host.class, name)));
    }
}
