package io.edog.itests.appliance;

import io.edog.itests.support.Command;
import io.edog.itests.support.Project;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page in a real browser; the steps are in the page's own end-to-end test. */
@ExtendWith(Appliance.Shared.class)
class PageIT {
    @Test
    void aPersonCanDoItAllOnThePage(Appliance appliance) {
        String frontend = Project.ROOT.resolve("bundles/web/frontend").toString();
        Map<String, String> environment = Map.of(
                "EDOG_URL", appliance.url(),
                "EDOG_PASSWORD_FILE", appliance.data.resolve("admin-password").toString(),
                "EDOG_TEMPLATE", Vms.template());
        Command.run(Duration.ofMinutes(5), environment, List.of("npm", "--prefix", frontend, "run", "e2e"))
                .succeeded();
    }
}
