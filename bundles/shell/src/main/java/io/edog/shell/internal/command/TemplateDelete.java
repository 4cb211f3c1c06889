package io.edog.shell.internal.command;

import io.edog.api.command.StorageCommand;
import io.edog.api.model.Template;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.TemplateCompleter;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:template-delete}. */
@Service
@Command(scope = "edog", name = "template-delete", description = "Deletes a template that nothing was cloned from")
@Parsing(OptionsFirst.class)
public class TemplateDelete extends TaskCommand {

    @Argument(name = "template", description = "Name or id of the template", required = true)
    @Completion(TemplateCompleter.class)
    private String template;

    @Override
    protected void run(Call call) throws InterruptedException {
        Template found = call.find(Template.class, template);
        carryOut(
                call,
                new StorageCommand.DeleteTemplate(found.id()),
                Template.class,
                id -> "Template " + found.name() + " is deleted.");
    }
}
