package io.edog.shell.internal.command;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;

/** All commands there are. */
public final class Commands {

    /** In the order of their names. */
    public static final List<Class<? extends Action>> ALL = List.of(
            BackupList.class,
            DbBackup.class,
            Events.class,
            HostList.class,
            HostShow.class,
            HostDelete.class,
            JournalList.class,
            LeaderHandover.class,
            ManagerDelete.class,
            ManagerReinstall.class,
            PoolList.class,
            Status.class,
            TaskCancel.class,
            TaskList.class,
            TaskShow.class,
            TemplateDelete.class,
            TemplateImport.class,
            TemplateList.class,
            UpgradeFinalize.class,
            UserCreate.class,
            UserList.class,
            UserPassword.class,
            VmCreate.class,
            VmDelete.class,
            VmList.class,
            VmPause.class,
            VmReboot.class,
            VmReset.class,
            VmResume.class,
            VmShow.class,
            VmStart.class,
            VmStop.class,
            VmUpdate.class,
            VolumeCreate.class,
            VolumeDelete.class,
            VolumeList.class,
            VoterAdd.class,
            VoterDelete.class,
            VoterList.class,
            Why.class);

    private Commands() {}

    /** The options of a command that take no value, the one for help among them. */
    static Set<String> flags(String command) {
        String name = command.substring(command.indexOf(':') + 1);
        Set<String> flags = new HashSet<>(Set.of("--help"));
        ALL.stream()
                .filter(type -> type.getAnnotation(Command.class).name().equals(name))
                .forEach(type -> collectFlags(type, flags));
        return flags;
    }

    private static void collectFlags(Class<?> type, Set<String> flags) {
        for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
            Arrays.stream(level.getDeclaredFields())
                    .filter(field -> field.getType() == boolean.class && field.isAnnotationPresent(Option.class))
                    .map(field -> field.getAnnotation(Option.class).name())
                    .forEach(flags::add);
        }
    }
}
