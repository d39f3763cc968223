package com.cashtrace.infra.backend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * What terraform writes into a lock about who holds it.
 *
 * @param id by which the lock is released; {@value #UNREADABLE} where its holder wrote no JSON
 * @param operation what the holder does: {@code OperationTypeApply}
 * @param who user and machine: {@code ada@laptop}
 * @param version of the program that holds it
 * @param created when it was taken, as its holder wrote it
 */
public record LockInfo(String id, String operation, String who, String version, String created) {

  /** Stands for the id of a lock that holds something else than terraform's JSON. */
  public static final String UNREADABLE = "unreadable";

  /**
   * A lock of our own.
   *
   * @param operation what it is for
   * @param who takes it, and on which machine
   * @param version of this program
   */
  public static LockInfo own(String operation, String who, String version, Instant now) {
    String id = UUID.randomUUID().toString();
    return new LockInfo(id, operation, who, version, now.toString());
  }

  static LockInfo read(String json) {
    JsonNode tree = Policies.tree(json);
    return new LockInfo(
        tree.path("ID").asText(UNREADABLE),
        tree.path("Operation").asText(""),
        tree.path("Who").asText(""),
        tree.path("Version").asText(""),
        tree.path("Created").asText(""));
  }

  /** The same in terraform's words, so that terraform can read a lock of ours. */
  String json(String path) {
    return Policies.object(Policies.tree("{}"))
        .put("ID", id)
        .put("Operation", operation)
        .put("Info", "")
        .put("Who", who)
        .put("Version", version)
        .put("Created", created)
        .put("Path", path)
        .toString();
  }
}
