package io.edog.core;

import io.edog.api.command.AccountCommand;
import io.edog.api.command.ClusterCommand;
import io.edog.api.command.Command;
import io.edog.api.command.StorageCommand;
import io.edog.api.model.Resource;
import io.edog.api.model.Template;
import io.edog.api.model.User;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Roles;

/**
 * Who may do and see what. An administrator may everything; a user sees and touches only what it owns, sees the
 * templates, and does not learn whether anything else exists.
 */
public final class AccessPolicy {
    private AccessPolicy() {}

    /** Whether a principal may see an object. */
    public static boolean canRead(Principal principal, Resource object) {
        return principal.administrator() || (isUser(principal) && ownOrShared(principal, object));
    }

    /** Whether a principal may see what a removed object was. */
    public static boolean canReadRemoved(Principal principal, String owner) {
        return principal.administrator() || (isUser(principal) && owner.equals(principal.user()));
    }

    /**
     * Refuses what a principal may not even ask for; whose object it may be done to is checked at the look-up.
     *
     * @throws ProblemException 403
     */
    public static void require(Principal principal, Command command) {
        if (!principal.administrator() && !(isUser(principal) && openToUsers(principal, command))) {
            throw new ProblemException(Problem.forbidden(
                    principal.name() + " may not do this.",
                    "Ask an administrator to do it, or for the role it needs."));
        }
    }

    private static boolean openToUsers(Principal principal, Command command) {
        if (command instanceof AccountCommand account) {
            return ownAccount(principal, account);
        }
        return !(command instanceof ClusterCommand)
                && !(command instanceof StorageCommand.ImportTemplate)
                && !(command instanceof StorageCommand.DeleteTemplate);
    }

    private static boolean ownAccount(Principal principal, AccountCommand command) {
        if (command instanceof AccountCommand.OpenSession open) {
            return open.user().equals(principal.user());
        }
        if (command instanceof AccountCommand.UpdateUser update) {
            boolean own =
                    update.user().equals(principal.user()) || update.user().equals(principal.name());
            return own && update.roles().isEmpty() && update.locked().isEmpty();
        }
        return command instanceof AccountCommand.CloseSession;
    }

    private static boolean ownOrShared(Principal principal, Resource object) {
        boolean sameTenant = object.tenant().equals(principal.tenant());
        return object instanceof Template
                ? sameTenant
                : object instanceof User user
                        ? user.id().equals(principal.user())
                        : sameTenant && object.owner().equals(principal.user());
    }

    private static boolean isUser(Principal principal) {
        return principal.roles().contains(Roles.USER);
    }
}
