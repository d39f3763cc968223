package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Bucket;
import com.cashtrace.infra.environment.Cache;
import com.cashtrace.infra.environment.Component;
import com.cashtrace.infra.environment.Database;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.report.ResidencyRecovery;
import com.cashtrace.infra.report.ResidencyRecovery.Measure;
import com.cashtrace.infra.report.ResidencyRecovery.Proof;
import com.cashtrace.infra.report.ResidencyTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what of an environment survives what, by its spec, and what shows that it does. */
final class ResidencyReportingRecovery {

  private static final String NONE = "none recorded";
  private static final String GONE = "lost, unless it is copied by means outside of this spec";

  private static final String UNKNOWABLE =
      "What this report cannot know: whether a restore of data was ever tested and how long it took,"
          + " whether copies are kept by means outside of the spec, and whether the stand-ins that"
          + " the spec asks for would have the capacity. No record of such a test is given to it, so"
          + " 'none recorded' below says that nothing was shown, and not that nothing exists. The"
          + " audit trail, where it was read, records restores of Terraform's state: they bring the"
          + " list of resources back, and no data.";

  private ResidencyReportingRecovery() {}

  static ResidencyRecovery of(@Nullable Environment environment, @Nullable ResidencyTrail trail) {
    List<Measure> measures = new ArrayList<>();
    if (environment != null) {
      for (Component component : environment.components()) {
        measure(component).ifPresent(measures::add);
      }
    }
    return new ResidencyRecovery(measures, answer(environment), proofs(trail));
  }

  private static Optional<Measure> measure(Component component) {
    String name = component.identity().reference().toString();
    return switch (component.identity().reference().kind()) {
      case DATABASES -> Optional.of(database(name, (Database) component));
      case CACHES -> Optional.of(cache(name, (Cache) component));
      case BUCKETS -> Optional.of(bucket(name, (Bucket) component));
      case SECRETS ->
          Optional.of(new Measure(name, "goes on", "can be set again", "has to be set again"));
      case SERVICES, THIRD_PARTIES -> Optional.empty();
    };
  }

  private static Measure database(String name, Database database) {
    String zone = database.multiZone() ? "the standby takes over" : "down until the zone is back";
    String guard = database.deletionProtection() ? "; AWS refuses to delete it" : "";
    String backups = "any moment of the last " + database.backupRetention() + guard;
    return new Measure(name, zone, backups, GONE);
  }

  private static Measure cache(String name, Cache cache) {
    String zone = cache.replicas() > 0 ? "a replica takes over" : "its content is lost";
    return new Measure(name, zone, "daily snapshots of the last " + cache.backupRetention(), GONE);
  }

  private static Measure bucket(String name, Bucket bucket) {
    String versions = "replaced and deleted objects for " + bucket.oldVersions();
    return new Measure(name, "goes on, S3 spans zones", versions, GONE);
  }

  private static List<String> answer(@Nullable Environment environment) {
    if (environment == null) {
      return List.of(
          "No spec is known, so no answer to the loss of the region is known either.", UNKNOWABLE);
    }
    String region = environment.place().region();
    int zones = environment.place().zones().size();
    return List.of(
        "Chosen answer to the loss of a zone: "
            + (zones == 1 ? "none, there is one zone" : zones + " zones of " + region)
            + ". To mistakes and attacks: backups and old versions in the same region.",
        "Chosen answer to the loss of the region: none. The spec declares no second site, so what is"
            + " lost with "
            + region
            + " stays lost. That keeps all data in one country, and it is a risk that somebody has"
            + " to accept or mend. What would mend it and stay in Africa stands below.",
        UNKNOWABLE);
  }

  private static List<Proof> proofs(@Nullable ResidencyTrail trail) {
    return List.of(
        new Proof("Last test of a restore of data, with its date", NONE, false),
        stateRestore(trail),
        new Proof("Recovery point that was measured (target 1 h)", NONE, false),
        new Proof("Recovery time that was measured (target 4 h)", NONE, false),
        new Proof("Lock on the backups, with its mode and date", NONE, false),
        new Proof("Drill of the loss of the region", NONE, false));
  }

  private static Proof stateRestore(@Nullable ResidencyTrail trail) {
    String what = "Last restore of Terraform's state, which is none of data";
    ResidencyTrail.Restore restore = trail == null ? null : trail.lastRestore();
    return restore == null
        ? new Proof(what, NONE, false)
        : new Proof(
            what,
            "by %s at %s, version '%s' (record %s)"
                .formatted(restore.by(), restore.time(), restore.version(), restore.sequence()),
            true);
  }
}
