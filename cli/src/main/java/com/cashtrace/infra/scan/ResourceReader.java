package com.cashtrace.infra.scan;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the resources of a document: those of planned values and of states, and the changes. */
final class ResourceReader {

  /** Of what was there before, only who it is matters. */
  private static final String FORGET = "forget";

  private final Cursor in;
  private final Facts facts;
  private final ValueReader values;

  ResourceReader(Cursor in, Facts facts, ValueReader values) {
    this.in = in;
    this.facts = facts;
    this.values = values;
  }

  /**
   * Reads {@code {"root_module": ...}} into resources that are there.
   *
   * @param state true for those of a state
   */
  void values(boolean state) throws IOException {
    values.linking(state);
    tree(facts.resources());
  }

  /** Reads the state from before the plan. */
  void priorState() throws IOException {
    in.eachKey(
        key -> {
          if (key.equals("values")) {
            tree(facts.before());
          } else {
            in.skip();
          }
        });
  }

  /** Reads the state from before the plan as the one that counts. */
  void liveState() throws IOException {
    in.eachKey(
        key -> {
          if (key.equals("values")) {
            values(true);
          } else {
            in.skip();
          }
        });
  }

  private void tree(Map<String, Held> into) throws IOException {
    in.eachKey(
        key -> {
          if (key.equals("root_module")) {
            module(into);
          } else {
            in.skip();
          }
        });
  }

  private void module(Map<String, Held> into) throws IOException {
    in.eachKey(
        key -> {
          switch (key) {
            case "resources" -> in.eachElement(() -> resource(into));
            case "child_modules" -> in.eachElement(() -> module(into));
            default -> in.skip();
          }
        });
  }

  private void resource(Map<String, Held> into) throws IOException {
    Current current = new Current();
    in.eachKey(
        key -> {
          switch (key) {
            case "address" -> current.held = held(into);
            case "provider_name" -> current.provider = in.textOrNull();
            case "values" -> values.values(current.held(in));
            case "depends_on" -> in.eachElement(() -> current.held(in).link(in.text()));
            default -> in.skip();
          }
        });
    current.end();
  }

  private Held held(Map<String, Held> into) throws IOException {
    String address = in.textOrNull();
    if (address == null) {
      throw in.trouble().foreign("has a resource whose address is no text", null);
    }
    Map<String, Held> map = Address.isData(Address.bare(address)) ? facts.before() : into;
    return map.computeIfAbsent(address, Held::new);
  }

  /** Reads one element of {@code resource_changes}. */
  void change() throws IOException {
    Current current = new Current();
    in.eachKey(
        key -> {
          switch (key) {
            case "address" -> current.address = in.textOrNull();
            case "provider_name" -> current.provider = in.textOrNull();
            case "change" -> change(current);
            default -> in.skip();
          }
        });
    current.end();
  }

  private void change(Current current) throws IOException {
    Set<String> actions = new HashSet<>();
    in.eachKey(
        key -> {
          switch (key) {
            case "actions" -> in.eachElement(() -> actions.add(in.text()));
            case "after" -> after(current);
            case "before" -> before(current, actions);
            case "after_unknown" -> unknown(current);
            default -> in.skip();
          }
        });
  }

  private void after(Current current) throws IOException {
    if (in.token() == JsonToken.START_OBJECT) {
      values.values(changed(current));
    }
  }

  /** What terraform forgets stays where it is. */
  private void before(Current current, Set<String> actions) throws IOException {
    if (actions.contains(FORGET) && in.token() == JsonToken.START_OBJECT) {
      values.values(changed(current));
    } else {
      in.skip();
    }
  }

  private void unknown(Current current) throws IOException {
    String address = current.address;
    Held held = address == null ? null : facts.find(address);
    if (held != null) {
      values.unknown(held);
    } else {
      in.skip();
    }
  }

  private Held changed(Current current) {
    String address = current.address;
    if (address == null) {
      throw in.trouble().foreign("has a change that names no address before its values", null);
    }
    boolean data = Address.isData(Address.bare(address));
    Held held = (data ? facts.before() : facts.resources()).computeIfAbsent(address, Held::new);
    current.held = held;
    return held;
  }

  /** The resource that is being read. */
  private static final class Current {

    private @Nullable String address;
    private @Nullable Held held;
    private @Nullable String provider;

    Held held(Cursor in) {
      if (held == null) {
        throw in.trouble().foreign("has a resource that names no address before its values", null);
      }
      return held;
    }

    void end() {
      if (held != null && provider != null) {
        held.provider(provider);
      }
    }
  }
}
