package com.cashtrace.infra.report;

import com.cashtrace.infra.backend.LockHalf;
import com.cashtrace.infra.backend.LockInfo;
import com.cashtrace.infra.backend.StateHead;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.backend.StateStatus;
import com.cashtrace.infra.backend.StateVersion;
import com.cashtrace.infra.backend.StateWritten;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is told about a state, as a person reads it. */
public final class StateText implements StateReport {

  @Override
  public void status(StateStatus status, Appendable out) throws IOException {
    StatePlace place = status.place();
    line(out, place.environment() + ": " + place.address() + " in " + place.region());
    StateVersion current = status.current();
    line(out, "  state     " + (current == null ? "none yet" : describe(current)));
    line(out, "  versions  " + status.versions());
    for (LockHalf half : status.locks()) {
      line(out, "  lock      " + describe(half) + (half.used() ? "" : " (not used by the spec)"));
    }
    if (status.isHalfLocked()) {
      line(out, "  note      one half of the lock is missing; 'state unlock' releases the other");
    }
    if (status.digest() == StateStatus.Digest.DIFFERS) {
      line(
          out,
          "  note      the table notes another content, so terraform refuses the state: a write was"
              + " cut off, or the locks were in s3 only for a while; "
              + remedy(place, current));
    }
  }

  private static String remedy(StatePlace place, @Nullable StateVersion current) {
    return current == null
        ? "'state restore' brings a version back"
        : "'state restore %s %s' has the table note this state"
            .formatted(place.environment(), current.id());
  }

  private static String describe(LockHalf half) {
    LockInfo info = half.info();
    return half.kind().word()
        + (info == null
            ? ": free"
            : ": held by %s since %s (%s, %s), id %s"
                .formatted(
                    info.who(), info.created(), info.operation(), info.version(), info.id()));
  }

  private static String describe(StateVersion version) {
    StateHead head = version.head();
    String said =
        head == null
            ? "no Terraform state"
            : String.format(
                Locale.ROOT,
                "serial %d, lineage %s, terraform %s",
                head.serial(),
                head.lineage(),
                head.terraform());
    return said + ", " + version.bytes() + " bytes, " + version.modified();
  }

  @Override
  public void history(StatePlace place, List<StateVersion> versions, Appendable out)
      throws IOException {
    for (StateVersion version : versions) {
      line(
          out,
          version.id()
              + (version.latest() ? " (current): " : ": ")
              + (version.removed() ? "removed, " + version.modified() : describe(version)));
    }
    if (versions.isEmpty()) {
      line(out, place.environment() + ": there is no state yet");
    }
  }

  @Override
  public void released(StatePlace place, String id, List<LockHalf> halves, Appendable out)
      throws IOException {
    if (halves.isEmpty()) {
      line(out, place.environment() + ": no lock is held, nothing to release");
    }
    for (LockHalf half : halves) {
      line(out, place.environment() + ": lock " + id + " in " + half.kind().word() + " released");
    }
  }

  @Override
  public void written(StateWritten written, Appendable out) throws IOException {
    String name = written.place().environment();
    line(
        out,
        written.changed()
            ? name + ": version " + written.version() + " with serial " + written.serial()
            : name + ": this is the state already, serial " + written.serial());
  }

  private static void line(Appendable out, String text) throws IOException {
    out.append(SafeText.of(text)).append('\n');
  }
}
