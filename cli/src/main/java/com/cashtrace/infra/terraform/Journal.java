package com.cashtrace.infra.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.file.Access;
import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.file.Durability;
import com.cashtrace.infra.file.Folders;
import com.cashtrace.infra.process.Spool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What terraform says while it holds the lock of a state, in files beside its plan. That of an
 * apply stays until one reached its end: where terraform was killed, nothing else knows what was
 * made since the state was last saved.
 *
 * @param out its standard output
 * @param err its standard error
 */
public record Journal(Path out, Path err) {

  private static final AtomicFiles PRIVATE = new AtomicFiles(Access.PRIVATE, Durability.PROCESS);

  /**
   * A resource that was made, as far as terraform got to say.
   *
   * @param address where it stands
   * @param id what AWS calls it, or nothing if terraform began to make it and did not get to say
   *     that it was made
   */
  public record Made(String address, Optional<String> id) {}

  /** That of the applies of a plan. */
  public static Journal ofApply(Path plan) {
    return of(plan, "apply");
  }

  /** That of making a plan. */
  static Journal ofPlan(Path plan) {
    return of(plan, "plan");
  }

  private static Journal of(Path plan, String command) {
    return new Journal(
        plan.resolveSibling(command + ".out"), plan.resolveSibling(command + ".err"));
  }

  /** For one run more, which goes behind those before it. */
  Spool spool() {
    for (Path file : List.of(out, err)) {
      if (!Files.exists(file)) {
        PRIVATE.write(file, "");
      }
    }
    return new Spool(out, err);
  }

  /** Removes what is known to be in the state. */
  public void remove() {
    for (Path file : List.of(out, err)) {
      Folders.remove(file, file); // the folder that it is in stays
    }
  }

  /** What was made and not removed again, in the order in which terraform told it. */
  public List<Made> made() {
    EventReader reader = new EventReader();
    Map<String, Made> made = new LinkedHashMap<>();
    String text = Folders.read(out).map(bytes -> new String(bytes, UTF_8)).orElse("");
    text.lines().map(reader::read).forEach(event -> note(event, made));
    return List.copyOf(made.values());
  }

  private static void note(Event event, Map<String, Made> made) {
    if (event instanceof Event.Started started && started.action().equals("create")) {
      made.put(started.address(), new Made(started.address(), Optional.empty()));
    } else if (event instanceof Event.Finished done && !done.failed()) {
      switch (done.action()) {
        case "create" ->
            made.put(done.address(), new Made(done.address(), Optional.ofNullable(done.id())));
        case "delete" -> made.remove(done.address());
        default -> {
          // what was changed or read was in the state before
        }
      }
    } else if (event instanceof Event.Finished failed && failed.action().equals("create")) {
      made.remove(failed.address()); // terraform itself decides then what the state gets
    }
  }
}
