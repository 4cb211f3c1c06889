package io.edog.shell.internal.command;

import io.edog.api.model.Volume;
import io.edog.api.service.ClusterView;
import io.edog.api.view.ListView;
import io.edog.api.view.VolumeView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.StorageText;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:volume-list}. */
@Service
@Command(scope = "edog", name = "volume-list", description = "Lists volumes, and which VM has them")
@Parsing(OptionsFirst.class)
public class VolumeList extends EdogCommand {

    @Override
    protected void run(Call call) {
        ClusterView view = call.view();
        List<Volume> volumes = view.list(Volume.class);
        ListView<VolumeView> body =
                ListView.whole(volumes.stream().map(VolumeView::of).toList());
        call.output().show(body, StorageText.volumes(volumes, view));
    }
}
