package com.cashtrace.infra.render;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Service;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the template of services sees of each.
 *
 * @param environment where they run
 * @param priorities host to priority of its rule at the load balancer
 */
record ServiceView(Environment environment, Map<String, Integer> priorities) {

  private static final String LOAD_BALANCER = "load_balancer";

  /** The values of one service. */
  Map<String, Object> of(Service service) {
    boolean runs = !service.isScheduled();
    View view =
        View.of(service)
            .with("discovery_name", Stem.of(environment, service))
            .with("repository", service.image())
            .with("image", image(service))
            .with("command", service.command())
            .with("cpu", service.cpu())
            .with("memory", service.memory().mebibytes())
            .with("capacity", service.capacity().word())
            .with("schedule", service.schedule())
            .with("data_classes", service.handles().stream().map(DataClass::word).toList())
            .with("log_retention_days", service.logRetention().days())
            .with("listen", listen(service.listen()))
            .with("health", runs ? health(service.health()) : null)
            .with("scaling", runs ? scaling(service.scaling()) : null)
            .with("rollout", runs ? rollout(service.rollout()) : null);
    Wiring.of(environment, service).addTo(view);
    return view.map();
  }

  private static Expression image(Service service) {
    return Expression.output("registry", "repository_urls", service.image())
        .followedBy(":" + service.version());
  }

  private @Nullable Map<String, Object> listen(Service.@Nullable Listen listen) {
    if (listen == null) {
      return null;
    }
    View view = new View().with("port", listen.port());
    if (listen.isPublic()) {
      String host = Objects.requireNonNull(listen.host(), "a public service has a host");
      Map<String, Object> balancer =
          new View()
              .with("host", host)
              .with("priority", priorities.get(host))
              .with("arn_suffix", Expression.output(LOAD_BALANCER, "arn_suffix"))
              .with("listener_arn", Expression.output(LOAD_BALANCER, "https_listener_arn"))
              .with("test_listener_arn", Expression.output(LOAD_BALANCER, "test_listener_arn"))
              .with("security_group_id", Expression.output(LOAD_BALANCER, "security_group_id"))
              .map();
      view.with("load_balancer", balancer);
    }
    return view.map();
  }

  private static Map<String, Object> health(Service.Health health) {
    return new View()
        .with("path", health.path())
        .with("command", health.command())
        .with("interval", health.interval().seconds())
        .with("timeout", health.timeout().seconds())
        .with("grace", health.grace().seconds())
        .with("healthy", health.healthy())
        .with("unhealthy", health.unhealthy())
        .map();
  }

  private static Map<String, Object> scaling(Service.Scaling scaling) {
    return new View()
        .with("min", scaling.min())
        .with("max", scaling.max())
        .with("cpu", scaling.cpu())
        .with("memory", scaling.memory())
        .map();
  }

  private static Map<String, Object> rollout(Service.Rollout rollout) {
    return new View()
        .with("strategy", rollout.strategy().word())
        .with("step_percent", rollout.step())
        .with("wait_minutes", rollout.pause().minutes())
        .map();
  }
}
