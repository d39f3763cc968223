package com.cashtrace.infra.report;

import com.cashtrace.infra.backend.LockHalf;
import com.cashtrace.infra.backend.LockInfo;
import com.cashtrace.infra.backend.StateHead;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.StateStatus;
import com.cashtrace.infra.backend.StateVersion;
import com.cashtrace.infra.backend.StateWritten;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The same as JSON; {@code schemas/report/state-*.schema.json} describe the documents. */
public final class StateJson implements StateReport {

  /** Rises when a reader of the former version would misread a document. */
  private static final int FORMAT_VERSION = 1;

  private final JsonText json = new JsonText();

  private ObjectNode root(StatePlace place) {
    return json.object()
        .put("formatVersion", FORMAT_VERSION)
        .put("environment", place.environment())
        .put("address", place.address());
  }

  @Override
  public void status(StateStatus status, Appendable out) throws IOException {
    ObjectNode root = root(status.place());
    root.put("region", status.place().region());
    if (status.current() != null) {
      put(status.current(), root.putObject("current"));
    }
    root.put("versions", status.versions());
    root.put("digest", status.digest().name().toLowerCase(Locale.ROOT));
    root.put("halfLocked", status.isHalfLocked());
    var locks = root.putArray("locks");
    for (LockHalf half : status.locks()) {
      ObjectNode node = locks.addObject().put("kind", half.kind().word());
      node.put("used", half.used()).put("held", half.info() != null);
      LockInfo info = half.info();
      if (info != null) {
        node.put("id", info.id()).put("who", info.who()).put("since", info.created());
        node.put("operation", info.operation()).put("version", info.version());
      }
    }
    json.write(root, out);
  }

  @Override
  public void history(StatePlace place, List<StateVersion> versions, Appendable out)
      throws IOException {
    ObjectNode root = root(place);
    var array = root.putArray("versions");
    versions.forEach(version -> put(version, array.addObject()));
    json.write(root, out);
  }

  private static void put(StateVersion version, ObjectNode node) {
    node.put("version", version.id()).put("modified", version.modified().toString());
    node.put("bytes", version.bytes()).put("current", version.latest());
    node.put("removed", version.removed());
    StateHead head = version.head();
    if (head != null) {
      node.put("serial", head.serial()).put("lineage", head.lineage());
      node.put("terraform", head.terraform());
    }
  }

  @Override
  public void released(StatePlace place, String id, List<LockHalf> halves, Appendable out)
      throws IOException {
    ObjectNode root = root(place).put("id", id);
    var array = root.putArray("released");
    halves.forEach(half -> array.add(half.kind().word()));
    json.write(root, out);
  }

  @Override
  public void written(StateWritten written, Appendable out) throws IOException {
    ObjectNode root = root(written.place()).put("changed", written.changed());
    if (written.changed()) {
      root.put("version", written.version());
    }
    json.write(root.put("serial", written.serial()), out);
  }
}
