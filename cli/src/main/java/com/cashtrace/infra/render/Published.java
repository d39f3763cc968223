package com.cashtrace.infra.render;

import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Database;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Kind;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.environment.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an environment tells others about itself: outputs for people and programs that read the
 * state, parameters for applications that look things up in Systems Manager. A secret is told by
 * its ARN, so nothing of it is secret.
 *
 * @param environment which tells
 */
record Published(Environment environment) {

  /** Outputs of the modules of a kind that the root passes on. */
  private static final Map<Kind, List<String>> OUTPUTS =
      Map.of(
          Kind.SERVICES,
          List.of("task_definition_family", "log_group_name"),
          Kind.DATABASES,
          List.of(
              "identifier",
              "address",
              "reader_addresses",
              "port",
              "database_name",
              "username",
              "secret_arn"),
          Kind.CACHES,
          List.of("identifier", "configuration_endpoint", "port"),
          Kind.BUCKETS,
          List.of("name", "arn", "kms_key_arn"),
          Kind.SECRETS,
          List.of("name", "arn"));

  /** Last part of the name of a parameter to the output of the module that is its value. */
  private static final Map<Kind, Map<String, String>> PARAMETERS =
      Map.of(
          Kind.SERVICES,
          Map.of(),
          Kind.DATABASES,
          Map.of(
              "address", "address",
              "port", "port",
              "name", "database_name",
              "username", "username",
              "secret-arn", "secret_arn"),
          Kind.CACHES,
          Map.of("address", "configuration_endpoint", "port", "port"),
          Kind.BUCKETS,
          Map.of("name", "name"),
          Kind.SECRETS,
          Map.of("arn", "arn"));

  /** The outputs of the root: the foundation, then one for each kind of component. */
  List<Map<String, Object>> outputs() {
    List<Map<String, Object>> outputs = new ArrayList<>();
    View network = told("network", List.of("vpc_id", "nat_public_ips"));
    outputs.add(output("network", "The VPC, and the addresses from which it calls out.", network));
    if (!environment.services().isEmpty()) {
      View cluster =
          told("cluster", List.of("cluster_name", "cluster_arn"))
              .with("repository_urls", Expression.output("registry", "repository_urls"));
      outputs.add(output("cluster", "The cluster, and where its images come from.", cluster));
    }
    if (environment.services().values().stream().anyMatch(Service::isPublic)) {
      View balancer = told("load_balancer", List.of("dns_name", "zone_id", "certificate_arn"));
      outputs.add(output("load_balancer", "The load balancer of the public hosts.", balancer));
    }
    for (Kind kind : Kind.values()) {
      if (kind.isMade() && !environment.components(kind).isEmpty()) {
        outputs.add(
            output(kind.word(), "The " + kind.word() + " by their keys.", components(kind)));
      }
    }
    return outputs;
  }

  /** Full name to value of every parameter. */
  Map<String, Object> parameters() {
    Map<String, Object> parameters = new TreeMap<>();
    for (Component component : environment.made()) {
      Kind kind = component.identity().reference().kind();
      String stem = Stem.of(environment, component);
      String prefix = "/" + environment.name() + "/" + kind.word() + "/" + stem + "/";
      Objects.requireNonNull(PARAMETERS.get(kind))
          .forEach(
              (name, output) ->
                  parameters.put(prefix + name, Expression.output(component.module(), output)));
      if (component instanceof Database database && database.replicas() > 0) {
        Expression readers = Expression.output(component.module(), "reader_addresses");
        parameters.put(prefix + "reader-addresses", readers.in("join(\",\", "));
      }
      if (component instanceof Service service && service.listen() != null) {
        parameters.put(prefix + "url", url(service, service.listen()));
      }
    }
    return parameters;
  }

  private View components(Kind kind) {
    View values = new View();
    for (Component component : new TreeMap<>(environment.components(kind)).values()) {
      View told = told(component.module(), Objects.requireNonNull(OUTPUTS.get(kind)));
      if (component instanceof Service service) {
        tell(service, told);
      }
      values.with(component.key(), told.map());
    }
    return values;
  }

  /** Adds what a service has by its kind: so no output says null. */
  private void tell(Service service, View told) {
    String module = service.module();
    if (service.isScheduled()) {
      told.with("schedule_name", Expression.output(module, "schedule_name"));
      return;
    }
    told.with("service_name", Expression.output(module, "service_name"));
    if (service.isPublic()) {
      told.with("target_group_arn", Expression.output(module, "target_group_arn"));
    }
    if (service.rollout().strategy() != Strategy.ROLLING) {
      told.with("code_deploy_app_name", Expression.output(module, "code_deploy_app_name"))
          .with("code_deploy_group_name", Expression.output(module, "code_deploy_group_name"));
    }
    if (service.listen() != null) {
      told.with("url", url(service, service.listen()));
    }
  }

  /** Where a service is reached: from everywhere if it is public, else inside the environment. */
  private String url(Service service, Service.Listen listen) {
    return listen.isPublic()
        ? "https://" + listen.host()
        : "http://" + Stem.of(environment, service) + ":" + listen.port();
  }

  private static View told(String module, List<String> names) {
    View view = new View();
    names.forEach(name -> view.with(name, Expression.output(module, name)));
    return view;
  }

  private static Map<String, Object> output(String name, String description, View value) {
    return new View()
        .with("name", name)
        .with("description", description)
        .with("value", value.map())
        .map();
  }
}
