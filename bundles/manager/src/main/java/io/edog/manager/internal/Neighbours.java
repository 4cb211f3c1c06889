package io.edog.manager.internal;

import io.edog.api.member.Members;
import io.edog.api.member.Peers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The ways to other managers, which may come and go while this one runs; a lone manager has none. */
@Component(service = Neighbours.class)
public final class Neighbours {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Peers peers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Members members;

    /** Given ways, for a manager outside a container. */
    public static Neighbours of(Peers peers, Members members) {
        Neighbours neighbours = new Neighbours();
        neighbours.peers = peers;
        neighbours.members = members;
        return neighbours;
    }

    Optional<Peers> peers() {
        return Optional.ofNullable(peers);
    }

    Optional<Members> members() {
        return Optional.ofNullable(members);
    }
}
