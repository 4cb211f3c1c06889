package io.edog.shell.internal.command;

import io.edog.api.command.VmCommand;
import io.edog.shell.internal.call.Call;
import java.util.OptionalInt;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code edog:vm-stop}. */
@Service
@Command(
        scope = "edog",
        name = "vm-stop",
        description = "Stops a VM: presses its power button, waits for the grace time, then ends it by force")
@Parsing(OptionsFirst.class)
public class VmStop extends VmAction {

    @Option(name = "--grace", description = "Seconds to wait for the guest before it is ended by force")
    private @Nullable Integer grace;

    @Option(name = "--force", description = "End it at once, without asking the guest: what it has not written is lost")
    private boolean force;

    @Override
    protected VmCommand command(Call call, String id) {
        OptionalInt seconds = grace == null ? OptionalInt.empty() : OptionalInt.of(grace);
        return new VmCommand.StopVm(id, seconds, force);
    }
}
