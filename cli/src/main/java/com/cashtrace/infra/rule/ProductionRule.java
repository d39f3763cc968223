package com.cashtrace.infra.rule;

import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Cache;
import com.cashtrace.infra.environment.Capacity;
import com.cashtrace.infra.environment.Database;
import com.cashtrace.infra.environment.Egress;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Service;
import com.cashtrace.infra.environment.Tier;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Production survives the loss of a zone, a mistake of one person, and thirty days. */
final class ProductionRule implements Rule {

  private static final int LEAST_BACKUP_DAYS = 30;
  private static final int GOOD_ZONES = 3;

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    if (environment.tier() == Tier.PRODUCTION) {
      place(environment, problems);
      audit(environment, problems);
      environment.databases().values().forEach(it -> database(environment, it, problems));
      environment.caches().values().forEach(it -> cache(environment, it, problems));
      environment.services().values().forEach(it -> service(environment, it, problems));
    }
    return problems;
  }

  private static void place(Environment environment, List<Problem> problems) {
    if (environment.account().approveRoles().isEmpty()) {
      String message = "nobody but the planner may approve a plan of production";
      problems.add(
          environment
              .error("production-approvers", SpecPath.of("account", "roles", "approve"), message)
              .withHint("name the roles of the second pair of eyes in account.roles.approve"));
    }
    int zones = environment.place().zones().size();
    if (zones < GOOD_ZONES) {
      String message = "production runs in " + zones + " zones; with one lost, half of it is gone";
      problems.add(
          warning(environment, "production-zones", SpecPath.of("place", "zones"), message));
    }
    if (environment.network().egress() == Egress.SINGLE) {
      String message = "production reaches the internet through one zone only";
      problems.add(
          warning(environment, "production-egress", SpecPath.of("network", "egress"), message));
    }
  }

  private static void audit(Environment environment, List<Problem> problems) {
    if (!environment.audit().compliance()) {
      String message = "records of production's audit trail can be deleted before their time";
      problems.add(
          environment
              .error("production-audit-lock", SpecPath.of("audit", "lock"), message)
              .withHint("set audit.lock to compliance"));
    }
  }

  private static void database(Environment environment, Database database, List<Problem> problems) {
    String who = Subject.of(database) + " of production ";
    if (!database.multiZone()) {
      String message = who + "has no standby in another zone";
      problems.add(
          environment.error("production-multi-zone", database.path().child("multiZone"), message));
    }
    if (!database.deletionProtection()) {
      String message = who + "can be deleted by mistake";
      problems.add(
          environment
              .error(
                  "production-deletion-protection",
                  database.path().child("deletionProtection"),
                  message)
              .withHint("to remove a database: apply this with true first, then take it out"));
    }
    if (database.backupRetention().days() < LEAST_BACKUP_DAYS) {
      String message =
          String.format(
              Locale.ROOT,
              "%skeeps backups for '%s', less than %dd",
              who,
              database.backupRetention(),
              LEAST_BACKUP_DAYS);
      SpecPath path = database.path().child("backups").child("retention");
      problems.add(environment.error("production-backups", path, message));
    }
  }

  private static void cache(Environment environment, Cache cache, List<Problem> problems) {
    if (cache.replicas() == 0) {
      String message = Subject.of(cache) + " of production has no replica to fail over to";
      problems.add(
          environment.error("production-failover", cache.path().child("replicas"), message));
    }
  }

  private static void service(Environment environment, Service service, List<Problem> problems) {
    if (!service.isPublic()) {
      return;
    }
    if (service.capacity() == Capacity.SPOT) {
      String message =
          Subject.of(service)
              + " is public, and AWS may stop all its spot tasks within two minutes";
      SpecPath path = service.path().child("capacity");
      problems.add(warning(environment, "production-spot", path, message));
    }
    if (service.scaling().min() < 2) {
      String message = Subject.of(service) + " is public and may run as a single task";
      SpecPath path = service.path().child("scaling").child("min");
      problems.add(warning(environment, "production-single-task", path, message));
    }
  }

  private static Problem warning(
      Environment environment, String code, SpecPath path, String message) {
    return Problem.warning(code, message, environment.document().locate(path));
  }
}
