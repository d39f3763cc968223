package com.cashtrace.infra.environment;

import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.SpecPath;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes an {@link Environment} out of a document that the schema has checked and filled. */
public final class EnvironmentBinder {

  private EnvironmentBinder() {}

  /** The document must be valid by {@code environment.schema.json} and hold every default. */
  public static Environment bind(Document document) {
    Fields fields = new Fields(document.root());
    Account account = account(fields.map("account"));
    ComponentBinder components = new ComponentBinder(document.name(), account.id());
    return new Environment(
        document.name(),
        document,
        Tier.of(fields.text("tier")),
        account,
        state(fields.map("state")),
        audit(fields.map("audit")),
        new Plans(fields.map("plans").span("maxAge")),
        new Dns(fields.map("dns").text("domain"), fields.map("dns").text("zoneId")),
        place(fields.map("place")),
        residency(fields.map("residency")),
        network(fields.map("network")),
        fields.textMap("tags"),
        differs(fields.map("parity")),
        fields.each("services", components::service),
        fields.each("databases", components::database),
        fields.each("caches", components::cache),
        fields.each("buckets", components::bucket),
        fields.each("secrets", components::secret),
        fields.each("thirdParties", components::thirdParty));
  }

  private static Account account(Fields fields) {
    Fields roles = fields.map("roles");
    return new Account(
        fields.text("id"),
        roles.text("plan"),
        roles.text("apply"),
        roles.text("breakGlass"),
        roles.texts("approve"));
  }

  private static State state(Fields fields) {
    return new State(
        fields.text("bucket"),
        fields.text("key"),
        Locks.of(fields.text("locks")),
        fields.text("table"));
  }

  private static Audit audit(Fields fields) {
    return new Audit(fields.span("retention"), fields.text("lock").equals("compliance"));
  }

  private static Place place(Fields fields) {
    return new Place(fields.text("provider"), fields.text("region"), fields.texts("zones"));
  }

  private static Network network(Fields fields) {
    return new Network(
        fields.text("cidr"),
        Egress.of(fields.text("egress")),
        fields.texts("endpoints"),
        fields.map("flowLogs").span("retention"));
  }

  private static Map<SpecPath, String> differs(Fields parity) {
    Map<SpecPath, String> differs = new LinkedHashMap<>();
    parity.textMap("differs").forEach((path, why) -> differs.put(SpecPath.parse(path), why));
    return differs;
  }

  private static Residency residency(Fields fields) {
    Fields controller = fields.mapOrNull("controller");
    return new Residency(
        controller == null ? null : controller(controller),
        fields.texts("profiles"),
        fields.each("transfers", EnvironmentBinder::transfer),
        fields.each("waivers", EnvironmentBinder::waiver));
  }

  private static Residency.Controller controller(Fields fields) {
    return new Residency.Controller(
        fields.text("name"),
        fields.text("officer"),
        fields.textOrNull("registration"),
        fields.textOrNull("people"));
  }

  private static Residency.Transfer transfer(String name, Fields fields) {
    return new Residency.Transfer(
        fields.text("country"),
        fields.text("recipient"),
        fields.text("basis"),
        fields.text("reference"),
        fields.text("dpia"),
        fields.date("recorded"),
        fields.text("by"));
  }

  private static Residency.Waiver waiver(String name, Fields fields) {
    return new Residency.Waiver(
        fields.text("rule"),
        fields.text("component"),
        fields.text("reason"),
        fields.text("legalBasis"),
        fields.text("approver"),
        fields.date("expires"));
  }
}
