package io.edog.shell.internal.command;

import io.edog.api.model.Template;
import io.edog.api.view.ListView;
import io.edog.api.view.TemplateView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.StorageText;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:template-list}. */
@Service
@Command(scope = "edog", name = "template-list", description = "Lists the templates that boot disks are cloned from")
@Parsing(OptionsFirst.class)
public class TemplateList extends EdogCommand {

    @Override
    protected void run(Call call) {
        List<Template> templates = call.view().list(Template.class);
        ListView<TemplateView> body =
                ListView.whole(templates.stream().map(TemplateView::of).toList());
        call.output().show(body, StorageText.templates(templates));
    }
}
