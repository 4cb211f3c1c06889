package io.edog.web.internal;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardResource;

/** The files of the page, as they lie in this bundle. */
@Component(service = PageResources.class)
@HttpWhiteboardResource(pattern = Page.FILES, prefix = "/ui")
public final class PageResources {}
