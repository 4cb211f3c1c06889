package io.edog.shell.internal.command;

import io.edog.api.model.Pool;
import io.edog.api.service.ClusterView;
import io.edog.api.view.ListView;
import io.edog.api.view.PoolView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.StorageText;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:pool-list}. */
@Service
@Command(scope = "edog", name = "pool-list", description = "Lists pools, as each host sees them")
@Parsing(OptionsFirst.class)
public class PoolList extends EdogCommand {

    @Override
    protected void run(Call call) {
        ClusterView view = call.view();
        ListView<PoolView> body = ListView.whole(view.list(Pool.class).stream()
                .map(pool -> PoolView.of(pool, view))
                .toList());
        call.output().show(body, StorageText.pools(body.items()));
    }
}
