package io.edog.core.decide;

import io.edog.api.command.AccountCommand;
import io.edog.api.command.AccountCommand.CloseSession;
import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.command.AccountCommand.DeleteUser;
import io.edog.api.command.AccountCommand.OpenSession;
import io.edog.api.command.AccountCommand.UpdateUser;
import io.edog.api.model.Reply;
import io.edog.api.model.Session;
import io.edog.api.model.Tenants;
import io.edog.api.model.User;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import io.edog.api.service.Roles;
import io.edog.core.Draft;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what is wanted of users and their tokens. */
final class AccountDecider {
    private final Draft draft;
    private final Context context;
    private final Lookup lookup;

    AccountDecider(Draft draft, Context context) {
        this.draft = draft;
        this.context = context;
        this.lookup = new Lookup(draft.state(), context.principal());
    }

    Reply decide(AccountCommand command) {
        if (command instanceof CreateUser create) {
            return create(create);
        } else if (command instanceof UpdateUser update) {
            return update(update);
        } else if (command instanceof DeleteUser delete) {
            return delete(lookup.subject(User.class, delete.user()));
        } else if (command instanceof OpenSession open) {
            return open(open);
        }
        return close((CloseSession) command);
    }

    private Reply create(CreateUser command) {
        Check.name("name", command.name());
        roles(command.roles());
        Check.free(draft.state(), User.class, "user", Tenants.DEFAULT, command.name());
        String id = context.ids().get();
        draft.put(new User(
                id, Tenants.DEFAULT, command.name(), command.passwordHash(), command.roles(), false, context.now()));
        return new Reply(id, Optional.empty());
    }

    private Reply update(UpdateUser command) {
        User user = lookup.subject(User.class, command.user());
        command.roles().ifPresent(AccountDecider::roles);
        User changed = new User(
                user.id(),
                user.tenant(),
                user.name(),
                command.passwordHash().orElse(user.passwordHash()),
                command.roles().orElse(user.roles()),
                command.locked().orElse(user.locked()),
                user.createdAt());
        draft.put(changed);
        keepAnAdministrator();
        if (command.passwordHash().isPresent() || changed.locked()) {
            endSessions(user);
        }
        return new Reply(user.id(), Optional.empty());
    }

    private Reply delete(User user) {
        boolean owns =
                draft.state().list(Vm.class).stream().anyMatch(v -> v.owner().equals(user.id()))
                        || draft.state().list(Volume.class).stream()
                                .anyMatch(v -> v.owner().equals(user.id()));
        if (owns) {
            throw Check.wrongState(
                    "User " + user.name() + " owns VMs or volumes.", "Delete them first, or lock the user instead.");
        }
        draft.remove(user);
        keepAnAdministrator();
        endSessions(user);
        return new Reply(user.id(), Optional.empty());
    }

    private Reply open(OpenSession command) {
        User user = draft.state()
                .find(User.class, command.user())
                .orElseThrow(() -> Check.wrongState("There is no such user any more.", "Log in as someone else."));
        Check.text("name", command.name(), 63);
        draft.put(new Session(
                command.session(),
                user.tenant(),
                user.id(),
                command.name(),
                command.tokenHash(),
                command.login(),
                command.expiresAt()));
        return new Reply(command.session(), Optional.empty());
    }

    private Reply close(CloseSession command) {
        Session session = lookup.subject(Session.class, command.session());
        draft.remove(session);
        return new Reply(session.id(), Optional.empty());
    }

    private void endSessions(User user) {
        List<Session> open = draft.state().list(Session.class).stream()
                .filter(s -> s.owner().equals(user.id()))
                .filter(s -> !Optional.of(s.id()).equals(context.principal().session()))
                .toList();
        open.forEach(draft::remove);
    }

    private void keepAnAdministrator() {
        boolean one = draft.state().list(User.class).stream()
                .anyMatch(u -> !u.locked() && u.roles().contains(Roles.ADMINISTRATOR));
        if (!one) {
            throw Check.wrongState("This is the last administrator.", "Make another user an administrator first.");
        }
    }

    private static void roles(Set<String> roles) {
        if (roles.isEmpty() || !Roles.GRANTABLE.containsAll(roles)) {
            throw Check.invalid("roles", "These are not roles: " + roles + ".", "Give 'administrator' or 'user'.");
        }
    }
}
