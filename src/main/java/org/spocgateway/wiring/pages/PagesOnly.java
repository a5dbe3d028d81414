package org.spocgateway.wiring.pages;

import java.util.List;
import java.util.Set;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.ModelLifecycleStrategy;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.OtherwiseDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.ThrowExceptionDefinition;
import org.apache.camel.model.WhenDefinition;

/** The second net: refuses every route that reached Camel from anywhere but a checked page. */
public final class PagesOnly implements ModelLifecycleStrategy {
    private static final Set<Class<?>> STEPS = Set.of(
            BeanDefinition.class,
            ChoiceDefinition.class,
            WhenDefinition.class,
            OtherwiseDefinition.class,
            ThrowExceptionDefinition.class,
            OnExceptionDefinition.class);

    private final RoutesFolder folder;

    PagesOnly(RoutesFolder folder) {
        this.folder = folder;
    }

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        var resource = route.getResource();
        String location = resource == null ? "a class" : resource.getLocation();
        boolean checked = folder.pages().stream().anyMatch(page -> resource != null && sameFile(page, location));
        if (!checked) {
            throw new PageRefused(
                    location,
                    Math.max(0, route.getLineNumber()),
                    "route '" + route.getId() + "' does not come from a page.");
        }
        walk(location, route.getOutputs());
    }

    private static boolean sameFile(java.nio.file.Path page, String location) {
        String path = location.startsWith("file:") ? location.substring("file:".length()) : location;
        return page.toAbsolutePath()
                .normalize()
                .equals(java.nio.file.Path.of(path).toAbsolutePath().normalize());
    }

    private void walk(String location, List<ProcessorDefinition<?>> steps) {
        for (ProcessorDefinition<?> step : steps) {
            if (!STEPS.contains(step.getClass())) {
                throw new PageRefused(
                        location, step.getLineNumber(), "'" + step.getShortName() + "' is not allowed in a page.");
            }
            walk(location, step.getOutputs());
        }
    }

    @Override
    public void onAddRouteTemplateDefinition(RouteTemplateDefinition template) {
        throw new PageRefused("a template", 0, "route templates are not allowed.");
    }

    @Override
    public void onRemoveRouteDefinition(RouteDefinition route) {
        // routes are removed at shut-down only
    }

    @Override
    public void onRemoveRouteTemplateDefinition(RouteTemplateDefinition template) {
        // there are none
    }
}
