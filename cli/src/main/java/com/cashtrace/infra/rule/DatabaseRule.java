package com.cashtrace.infra.rule;

import com.cashtrace.infra.catalog.Engine;
import com.cashtrace.infra.catalog.Engines;
import com.cashtrace.infra.document.ScalarNode;
import com.cashtrace.infra.environment.DataSize;
import com.cashtrace.infra.environment.Database;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * RDS has the version, takes the key as a database's name, and can grow the storage to its limit.
 *
 * @param engines what RDS has
 */
record DatabaseRule(Engines engines) implements Rule {

  @Override
  public List<Problem> check(Environment environment) {
    List<Problem> problems = new ArrayList<>();
    for (Database database : environment.databases().values()) {
      engines
          .database(engine(environment, database))
          .ifPresent(engine -> engine(environment, database, engine, problems));
      storage(environment, database, problems);
    }
    return problems;
  }

  private static String engine(Environment environment, Database database) {
    return environment
        .document()
        .find(database.path().child("engine"))
        .map(node -> node instanceof ScalarNode scalar ? scalar.text() : "")
        .orElse("");
  }

  private static void engine(
      Environment environment, Database database, Engine engine, List<Problem> problems) {
    if (!engine.has(database.version())) {
      String message =
          String.format("RDS has no version '%s' for %s", database.version(), Subject.of(database));
      problems.add(
          environment
              .error("database-version", database.path().child("version"), message)
              .withHint("versions are " + engine.words()));
    }
    if (engine.reserved().contains(database.key())) {
      String message =
          String.format(
              "'%s' is a word that PostgreSQL keeps to itself, so RDS makes no database of that"
                  + " name",
              database.key());
      problems.add(environment.errorAtKey("database-reserved", database.path(), message));
    }
  }

  private static void storage(Environment environment, Database database, List<Problem> problems) {
    DataSize limit = database.storageLimit();
    if (limit != null && limit.mebibytes() * 10 < database.storage().mebibytes() * 11) {
      String message =
          String.format(
              "the storageLimit '%s' of %s is less than ten percent above its storage '%s'",
              limit, Subject.of(database), database.storage());
      problems.add(
          environment
              .error("storage-limit", database.path().child("storageLimit"), message)
              .withHint("RDS wants " + least(database.storage()) + "GiB or more, or no limit"));
    }
  }

  private static long least(DataSize storage) {
    return (storage.gibibytes() * 11 + 9) / 10;
  }
}
