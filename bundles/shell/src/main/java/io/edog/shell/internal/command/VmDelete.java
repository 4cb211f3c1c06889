package io.edog.shell.internal.command;

import io.edog.api.command.VmCommand;
import io.edog.api.model.Vm;
import io.edog.api.view.Words;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.VmCompleter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;

/** {@code edog:vm-delete}. */
@Service
@Command(scope = "edog", name = "vm-delete", description = "Deletes a stopped VM, and keeps or deletes its disks")
@Parsing(OptionsFirst.class)
public class VmDelete extends TaskCommand {

    private static final String CURE = "Say --disks keep or --disks delete.";

    @Argument(name = "vm", description = "Name or id of the VM", required = true)
    @Completion(VmCompleter.class)
    private String vm;

    @Option(name = "--disks", description = "What becomes of its disks: keep or delete; asked for if somebody is there")
    @Completion(
            value = StringsCompleter.class,
            values = {"keep", "delete"})
    private @Nullable String disks;

    @Override
    protected void run(Call call) throws InterruptedException, IOException {
        Vm found = call.find(Vm.class, vm);
        VmCommand command = new VmCommand.DeleteVm(found.id(), fate(disks == null ? ask(call, found) : disks));
        carryOut(call, command, Vm.class, id -> found.name() + " is deleted.");
    }

    private static String ask(Call call, Vm vm) throws IOException {
        if (!call.person().present()) {
            throw Failure.usage("--disks", "What shall become of its disks?", CURE);
        }
        String prompt = vm.name() + " has " + vm.disks().size() + " disk(s). Keep or delete them? [keep/delete] ";
        return call.person().line(prompt).map(String::strip).orElse("");
    }

    private static Vm.DiskFate fate(String word) {
        return Arrays.stream(Vm.DiskFate.values())
                .filter(fate -> Words.of(fate).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Failure.usage("--disks", "'" + word + "' is neither keep nor delete.", CURE));
    }
}
