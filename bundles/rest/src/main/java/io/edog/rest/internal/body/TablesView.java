package io.edog.rest.internal.body;

import io.edog.api.service.ClusterView;
import io.edog.api.view.TableViews;
import java.util.List;
import java.util.Map;

/** Tables of the first edog. */
public record TablesView(List<TableView> tables) {

    /** A table: its rows are texts by column. */
    public record TableView(String name, List<Map<String, String>> rows) {

        public static TableView of(String name, ClusterView view) {
            return new TableView(name, TableViews.rows(name, view));
        }
    }

    public static TablesView of(ClusterView view) {
        return new TablesView(TableViews.names().stream()
                .map(name -> TableView.of(name, view))
                .toList());
    }
}
