package io.edog.core.plan;

import io.edog.api.bus.VolumeReport;
import io.edog.api.model.Template;
import io.edog.api.model.VolumeState;
import io.edog.core.Tasks;
import java.util.Optional;

/** Follows the import and removal of templates. */
final class TemplatePlanner {
    private TemplatePlanner() {}

    static boolean unsettled(Template template) {
        return template.state() == VolumeState.CREATING || template.state() == VolumeState.DELETING;
    }

    static void plan(PlanContext context, String id) {
        context.draft
                .state()
                .find(Template.class, id)
                .filter(TemplatePlanner::unsettled)
                .ifPresent(template -> plan(context, template));
    }

    private static void plan(PlanContext context, Template template) {
        Optional<String> host = PoolHosts.choose(context, template.host(), template.pool());
        if (host.isEmpty()) {
            String why = PoolHosts.whyNone(context, template.pool());
            waits(context, template, why);
            Tasks.say(context.draft, template.task(), why, 0, context.now);
            return;
        }
        if (template.host().isEmpty()) {
            context.draft.put(template.withHost(host));
            return;
        }
        context.heard(host.get())
                .flatMap(seen -> seen.report().volume(template.id(), Assigner.target(template)))
                .ifPresentOrElse(
                        report -> follow(context, template, report),
                        () -> waits(context, template, "waiting for " + host.get() + " to take it up"));
    }

    private static void follow(PlanContext context, Template template, VolumeReport report) {
        switch (report.state()) {
            case WAITING, WORKING -> {
                String said = StorageProblems.said(report);
                waits(context, template, said);
                int percent = StorageProblems.coarse(report.progress());
                Tasks.say(context.draft, template.task(), said, percent, context.now);
            }
            case DONE -> done(context, template, report);
            case FAILED -> failed(context, template, report);
        }
    }

    private static void done(PlanContext context, Template template, VolumeReport report) {
        if (template.state() == VolumeState.DELETING) {
            context.draft.remove(template);
            Tasks.succeed(context.draft, template.task(), "Deleted.", context.now);
            return;
        }
        context.draft.put(settle(template.withState(VolumeState.READY, "")).withSize(report.sizeBytes()));
        Tasks.succeed(context.draft, template.task(), "The template is ready.", context.now);
    }

    private static void failed(PlanContext context, Template template, VolumeReport report) {
        context.draft.put(settle(template.withState(VolumeState.ERROR, report.detail())));
        Tasks.fail(context.draft, template.task(), StorageProblems.of(report.detail()), context.now);
    }

    private static Template settle(Template template) {
        return template.withHost(Optional.empty()).withTask(Optional.empty());
    }

    private static void waits(PlanContext context, Template template, String why) {
        context.draft.put(template.withState(template.state(), why));
    }
}
