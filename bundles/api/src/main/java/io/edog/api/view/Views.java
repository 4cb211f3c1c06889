package io.edog.api.view;

import io.edog.api.model.Host;
import io.edog.api.model.Pool;
import io.edog.api.model.Resource;
import io.edog.api.model.Session;
import io.edog.api.model.Task;
import io.edog.api.model.Template;
import io.edog.api.model.User;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import io.edog.api.service.ClusterView;

/** The view of any object. */
public final class Views {

    private Views() {}

    /** The record of this package that stands for an object. */
    public static Object of(Resource object, ClusterView view) {
        return switch (object.resourceKind()) {
            case VM -> VmView.of((Vm) object, view);
            case HOST -> HostView.of((Host) object, view);
            case POOL -> PoolView.of((Pool) object, view);
            case VOLUME -> VolumeView.of((Volume) object);
            case TEMPLATE -> TemplateView.of((Template) object);
            case TASK -> TaskView.of((Task) object);
            case USER -> UserView.of((User) object);
            case SESSION -> SessionView.of((Session) object);
            case OUTCOME, SETTINGS -> reference(object);
        };
    }

    private static ReferenceView reference(Resource object) {
        return new ReferenceView(object.id(), object.resourceKind(), object.tenant());
    }
}
