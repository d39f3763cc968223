package com.cashtrace.infra.place;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.place.Processor.African;
import com.cashtrace.infra.place.Processor.Certainty;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The companies that data usually goes to. */
public final class Processors {

  private static final Map<String, African> AFRICAN =
      Map.of("yes", African.YES, "no", African.NO, "unknown", African.UNKNOWN);

  private static final Map<String, Certainty> CERTAINTIES =
      Map.of(
          "primary", Certainty.PRIMARY,
          "secondary", Certainty.SECONDARY,
          "unknown", Certainty.UNKNOWN);

  private final Map<String, Processor> byKey;
  private final Map<String, Processor> byHostEnd = new HashMap<>();

  private Processors(Map<String, Processor> byKey) {
    this.byKey = byKey;
    for (Processor processor : byKey.values()) {
      Stream.concat(processor.hosts().stream(), processor.hostCountries().keySet().stream())
          .forEach(end -> byHostEnd.put(end, processor));
    }
  }

  /** Reads {@code schemas/catalog/processors.yaml}. */
  public static Processors read(Resources resources) {
    return new Processors(
        Entries.read(resources, "schemas/catalog/processors.yaml")
            .each("processors", Processors::processor));
  }

  private static Processor processor(String key, Entries entries) {
    return new Processor(
        key,
        entries.text("name"),
        entries.text("purpose"),
        entries.texts("hosts"),
        entries.has("hostCountries") ? entries.textMap("hostCountries") : Map.of(),
        entries.has("countries") ? entries.texts("countries") : List.of(),
        entries.oneOf("african", AFRICAN),
        entries.oneOf("certainty", CERTAINTIES),
        entries.has("source") ? entries.text("source") : null,
        entries.has("detail") ? entries.text("detail") : null);
  }

  /** All of them, in the order of the file. */
  public List<Processor> all() {
    return List.copyOf(byKey.values());
  }

  /** The one with this key, or with this name in any case. */
  public Optional<Processor> of(String keyOrName) {
    Processor processor = byKey.get(keyOrName.toLowerCase(Locale.ROOT));
    return processor != null
        ? Optional.of(processor)
        : all().stream().filter(one -> one.name().equalsIgnoreCase(keyOrName)).findFirst();
  }

  /** The one that a host such as {@code hooks.slack.com} belongs to. */
  public Optional<Processor> ofHost(String host) {
    String rest = host.toLowerCase(Locale.ROOT);
    while (!byHostEnd.containsKey(rest)) {
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      rest = rest.substring(dot + 1);
    }
    return Optional.of(byHostEnd.get(rest));
  }

  /** Ends of hosts to the company that they belong to. */
  Map<String, Processor> hostEnds() {
    return byHostEnd;
  }
}
