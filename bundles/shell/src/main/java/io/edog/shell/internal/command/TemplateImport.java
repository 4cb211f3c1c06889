package io.edog.shell.internal.command;

import io.edog.api.command.StorageCommand;
import io.edog.api.model.Template;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.PoolCompleter;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code edog:template-import}. */
@Service
@Command(scope = "edog", name = "template-import", description = "Makes a template of an image file on a host")
@Parsing(OptionsFirst.class)
public class TemplateImport extends TaskCommand {

    @Argument(index = 0, name = "name", description = "Name of the new template", required = true)
    private String name;

    @Argument(
            index = 1,
            name = "path",
            description = "Absolute path of the image file, on a host that has the pool",
            required = true)
    private String path;

    @Option(name = "--os", description = "Its operating system, such as linux")
    private String os = "linux";

    @Option(name = "--image-version", description = "The image's own version, free text")
    private String version = "";

    @Option(name = "--pool", description = "Name of the pool it shall lie in; needed only if there are several")
    @Completion(PoolCompleter.class)
    private @Nullable String pool;

    @Override
    protected void run(Call call) throws InterruptedException {
        StorageCommand command = new StorageCommand.ImportTemplate(name, os, version, path, Optional.ofNullable(pool));
        carryOut(call, command, Template.class, id -> "Template " + name + " is ready.");
    }
}
