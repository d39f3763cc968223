package com.cashtrace.infra.residency;

import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.environment.Residency;
import com.cashtrace.infra.environment.Residency.Transfer;
import com.cashtrace.infra.environment.Residency.Waiver;
import com.cashtrace.infra.problem.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has put on record about where data may be: the bases of transfers, and waivers.
 *
 * @param residency what the spec says, or null where no spec is known
 * @param document the spec, which knows the places of what it says; null where none is known
 */
public record Register(@Nullable Residency residency, @Nullable Document document) {

  private static final SpecPath TOP = SpecPath.of("residency");

  /** The register of an environment. */
  public static Register of(Environment environment) {
    return new Register(environment.residency(), environment.document());
  }

  /** No spec is known, as for a plan that is not ours: nothing can be looked up. */
  public static Register none() {
    return new Register(null, null);
  }

  /** True if there is a spec to look things up in. */
  public boolean isKnown() {
    return residency != null;
  }

  /** The profiles that the spec names. */
  List<String> profiles() {
    return residency == null ? List.of() : residency.profiles();
  }

  /** Name to waiver, in the order of the spec. */
  Map<String, Waiver> waivers() {
    return residency == null ? Map.of() : residency.waivers();
  }

  /** The waiver of a name that {@link #waivers} has. */
  Waiver waiver(String name) {
    return Objects.requireNonNull(waivers().get(name), name);
  }

  /** Name to recorded transfer, in the order of the spec. */
  Map<String, Transfer> transfers() {
    return residency == null ? Map.of() : residency.transfers();
  }

  /**
   * The first transfer to a country and, where it is known, a recipient, that is on record by a
   * day. The register may name the recipient more exactly, such as {@code Amazon Web Services EMEA
   * SARL}.
   */
  public Optional<Map.Entry<String, Transfer>> transfer(
      String country, @Nullable String recipient, LocalDate asOf) {
    return transfers().entrySet().stream()
        .filter(entry -> entry.getValue().country().equals(country))
        .filter(entry -> !entry.getValue().recorded().isAfter(asOf))
        .filter(entry -> recipient == null || names(entry.getValue().recipient(), recipient))
        .findFirst();
  }

  private static boolean names(String recorded, String recipient) {
    String name = recipient.strip();
    String start = recorded.strip();
    return start.regionMatches(true, 0, name, 0, name.length())
        && (start.length() == name.length()
            || !Character.isLetterOrDigit(start.charAt(name.length())));
  }

  /** Where the spec says something below {@code residency}, or the nearest thing above it. */
  @Nullable Location at(String... keys) {
    SpecPath path = TOP;
    for (String key : keys) {
      path = path.child(key);
    }
    return locate(path);
  }

  /** Where the spec says something, or the nearest thing above it; null without a spec. */
  @Nullable Location locate(SpecPath path) {
    return document == null ? null : document.locate(path);
  }
}
