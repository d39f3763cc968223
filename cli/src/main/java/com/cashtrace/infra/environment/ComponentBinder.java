package com.cashtrace.infra.environment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Makes components out of the maps of the spec. */
record ComponentBinder(String environment, String accountId) {

  private static final BigDecimal UNITS_PER_VCPU = BigDecimal.valueOf(1_024);

  Service service(String key, Fields fields) {
    Fields scaling = fields.map("scaling");
    Fields rollout = fields.map("rollout");
    Fields listen = fields.mapOrNull("listen");
    return new Service(
        identity(Kind.SERVICES, key, fields),
        fields.text("image"),
        fields.text("version"),
        fields.texts("command"),
        fields.decimal("cpu").multiply(UNITS_PER_VCPU).intValueExact(),
        fields.size("memory"),
        listen == null
            ? null
            : new Service.Listen(
                listen.count("port"), listen.textOrNull("host"), listen.flag("public")),
        health(fields.map("health")),
        new Service.Scaling(
            scaling.count("min"),
            scaling.count("max"),
            scaling.map("target").percent("cpu"),
            scaling.map("target").percent("memory"),
            scaling.countOrNull("usersPerTask"),
            scaling.countOrNull("peakUsers")),
        Capacity.of(fields.text("capacity")),
        fields.textOrNull("schedule"),
        new Service.Rollout(
            Strategy.of(rollout.text("strategy")), rollout.percent("step"), rollout.span("wait")),
        fields.classes("handles"),
        fields.textMap("env"),
        uses(fields),
        fields.map("logs").span("retention"));
  }

  private static Service.Health health(Fields fields) {
    return new Service.Health(
        fields.text("path"),
        fields.span("interval"),
        fields.span("timeout"),
        fields.span("grace"),
        fields.count("healthy"),
        fields.count("unhealthy"),
        fields.texts("command"));
  }

  private static Map<Reference, String> uses(Fields fields) {
    Map<Reference, String> uses = new TreeMap<>();
    fields.textMap("uses").forEach((name, prefix) -> uses.put(Reference.parse(name), prefix));
    return uses;
  }

  Database database(String key, Fields fields) {
    return new Database(
        identity(Kind.DATABASES, key, fields),
        fields.text("version"),
        fields.text("size"),
        fields.size("storage"),
        fields.has("storageLimit") ? fields.size("storageLimit") : null,
        fields.count("replicas"),
        fields.flag("multiZone"),
        fields.map("backups").span("retention"),
        fields.classes("data"),
        fields.flag("deletionProtection"));
  }

  Cache cache(String key, Fields fields) {
    return new Cache(
        identity(Kind.CACHES, key, fields),
        CacheEngine.of(fields.text("engine")),
        fields.text("version"),
        fields.text("size"),
        fields.count("shards"),
        fields.count("replicas"),
        fields.map("backups").span("retention"),
        fields.classes("data"));
  }

  Bucket bucket(String key, Fields fields) {
    return new Bucket(
        identity(Kind.BUCKETS, key, fields),
        fields.classes("data"),
        fields.span("retention"),
        fields.span("oldVersions"));
  }

  Secret secret(String key, Fields fields) {
    Fields rotation = fields.mapOrNull("rotation");
    return new Secret(
        identity(Kind.SECRETS, key, fields),
        fields.textOrNull("description"),
        rotation == null
            ? null
            : new Secret.Rotation(rotation.span("every"), rotation.textOrNull("function")));
  }

  ThirdParty thirdParty(String key, Fields fields) {
    String processor = fields.text("processor");
    Reference reference = new Reference(Kind.THIRD_PARTIES, key);
    return new ThirdParty(
        new Identity(reference, processor, false, null, Map.of()),
        processor,
        fields.text("purpose"),
        fields.classes("data"),
        fields.text("country"),
        fields.textOrNull("region"),
        fields.text("agreement"));
  }

  private Identity identity(Kind kind, String key, Fields fields) {
    String before = fields.textOrNull("renamedFrom");
    String given = fields.textOrNull("name");
    String name = given != null ? given : derivedName(kind, before == null ? key : before);
    return new Identity(
        new Reference(kind, key), name, given != null, before, fields.textMap("adopt"));
  }

  private String derivedName(Kind kind, String key) {
    return switch (kind) {
      case SERVICES, DATABASES, CACHES -> environment + "-" + key;
      case BUCKETS -> environment + "-" + key + "-" + accountId;
      case SECRETS -> environment + "/" + key;
      case THIRD_PARTIES -> key; // they have a name of their own
    };
  }
}
