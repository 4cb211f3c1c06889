package io.edog.itests.history.check;

import java.util.List;

/**
 * All that is known of a run.
 *
 * @param chain the journal as it lay in ZooKeeper, as far as it was read; may be empty
 */
public record History(List<Operation> operations, List<ManagerEnd> managers, List<ChainLink> chain) {}
