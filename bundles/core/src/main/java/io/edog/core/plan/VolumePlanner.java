package io.edog.core.plan;

import io.edog.api.bus.VolumeReport;
import io.edog.api.model.Volume;
import io.edog.api.model.VolumeState;
import io.edog.core.Tasks;
import java.util.Optional;

/** Follows the making and removing of volumes. */
final class VolumePlanner {
    private VolumePlanner() {}

    static boolean unsettled(Volume volume) {
        return volume.state() == VolumeState.CREATING || volume.state() == VolumeState.DELETING;
    }

    static void plan(PlanContext context, String id) {
        context.draft
                .state()
                .find(Volume.class, id)
                .filter(VolumePlanner::unsettled)
                .ifPresent(volume -> plan(context, volume));
    }

    private static void plan(PlanContext context, Volume volume) {
        Optional<String> host = PoolHosts.choose(context, volume.host(), volume.pool());
        if (host.isEmpty()) {
            String why = PoolHosts.whyNone(context, volume.pool());
            waits(context, volume, why);
            Tasks.say(context.draft, volume.task(), why, 0, context.now);
            return;
        }
        if (volume.host().isEmpty()) {
            context.draft.put(volume.withHost(host));
            return;
        }
        context.heard(host.get())
                .flatMap(seen -> seen.report().volume(volume.id(), Assigner.target(volume)))
                .ifPresentOrElse(
                        report -> follow(context, volume, report),
                        () -> waits(context, volume, "waiting for " + host.get() + " to take it up"));
    }

    private static void follow(PlanContext context, Volume volume, VolumeReport report) {
        switch (report.state()) {
            case WAITING, WORKING -> progress(context, volume, report);
            case DONE -> done(context, volume, report);
            case FAILED -> failed(context, volume, report);
        }
    }

    private static void done(PlanContext context, Volume volume, VolumeReport report) {
        if (volume.state() == VolumeState.DELETING) {
            context.draft.remove(volume);
            if (context.draft.state().list(Volume.class).stream()
                    .noneMatch(v -> v.task().equals(volume.task()))) {
                Tasks.succeed(context.draft, volume.task(), "Deleted.", context.now);
            }
            return;
        }
        context.draft.put(volume.withState(VolumeState.READY, "")
                .withSize(report.sizeBytes())
                .withHost(Optional.empty())
                .withTask(Optional.empty()));
        Tasks.succeed(context.draft, volume.task(), "The volume is ready.", context.now);
    }

    private static void failed(PlanContext context, Volume volume, VolumeReport report) {
        context.draft.put(volume.withState(VolumeState.ERROR, report.detail())
                .withHost(Optional.empty())
                .withTask(Optional.empty()));
        Tasks.fail(context.draft, volume.task(), StorageProblems.of(report.detail()), context.now);
    }

    private static void progress(PlanContext context, Volume volume, VolumeReport report) {
        String said = StorageProblems.said(report);
        waits(context, volume, said);
        Tasks.say(context.draft, volume.task(), said, StorageProblems.coarse(report.progress()), context.now);
    }

    private static void waits(PlanContext context, Volume volume, String why) {
        context.draft.put(volume.withState(volume.state(), why));
    }
}
