package io.edog.rest.internal.body;

import io.edog.api.command.VmCommand.NicRequest;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Optional;

/**
 * A network card to make.
 *
 * @param network name of a network; there are none yet, so a bridge is named instead
 * @param bridge name of a Linux bridge of the hosts
 * @param mac generated when absent
 * @param model {@code virtio} when absent
 */
public record NicBody(
        Optional<String> network,
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> bridge,
        Optional<String> mac,
        Optional<String> model) {
    NicRequest nic(String field) {
        network.ifPresent(name -> {
            throw new ProblemException(Problem.unknownReference(field + ".network", "network", name));
        });
        return new NicRequest(Given.required(field + ".bridge", bridge), mac, model.orElse("virtio"));
    }
}
