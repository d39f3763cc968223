package com.cashtrace.infra.place;

import com.cashtrace.infra.catalog.Regions;
import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the regions and zones of providers are. The regions of AWS alone are read first, since they
 * answer whatever a spec asks; the rest is read when it is needed.
 */
public final class Places {

  private final Supplier<Regions> regions;
  private final Supplier<Map<String, Whereabouts>> amazon;
  private final Supplier<Atlas> atlas;

  private Places(Resources resources) {
    this.regions = new Once<>(() -> Regions.read(resources));
    this.amazon = new Once<>(this::amazon);
    this.atlas = new Once<>(() -> Atlas.read(resources, regions()));
  }

  /** Places of {@code schemas/catalog/regions.yaml} and {@code places.yaml}, read when needed. */
  public static Places read(Resources resources) {
    return new Places(resources);
  }

  private Map<String, Whereabouts> amazon() {
    Map<String, Whereabouts> codes = Atlas.regions(regions());
    codes.putAll(Atlas.zones(regions()));
    return codes;
  }

  /** The regions of AWS that most questions are about, as the catalogue has them. */
  public Regions regions() {
    return regions.get();
  }

  /**
   * The place that a region, zone, zone id or multi-region of a provider ({@code aws}, {@code gcp},
   * {@code azure}, {@code oci}) is in. Unknown for what has the shape of one; empty for anything
   * else.
   */
  public Optional<Whereabouts> place(String provider, String code) {
    String plain = code.strip().toLowerCase(Locale.ROOT);
    Whereabouts usual = provider.equals(Atlas.AWS) ? amazon.get().get(plain) : null;
    return usual != null ? Optional.of(usual) : other(provider, plain);
  }

  private Optional<Whereabouts> other(String provider, String code) {
    Optional<Whereabouts> listed =
        provider.equals(Atlas.AZURE)
            ? atlas().region(provider, code.replace(" ", ""))
            : atlas().region(provider, code);
    return listed
        .or(() -> atlas().multiRegion(provider, code))
        .or(() -> shaped(code).filter(where -> isOf(where, provider)));
  }

  private static boolean isOf(Whereabouts where, String provider) {
    return !(where instanceof Known known) || known.provider().equals(provider);
  }

  /** The same, where nothing else than a place can stand: what is no place is unknown. */
  public Whereabouts located(String provider, String code) {
    return place(provider, code)
        .orElseGet(() -> new Unknown("'" + code + "' is no known place of " + provider));
  }

  /** The place that a region or zone is in, whoever its provider is. */
  public Optional<Whereabouts> region(String code) {
    String plain = code.strip().toLowerCase(Locale.ROOT);
    Whereabouts usual = amazon.get().get(plain);
    return usual != null
        ? Optional.of(usual)
        : shaped(plain).or(() -> atlas().region(Atlas.AZURE, plain));
  }

  /** True for the name of a region or zone and for anything that has the shape of one. */
  public boolean looksLikeRegion(String text) {
    return region(text).isPresent();
  }

  /** A word that begins as a region does and goes on otherwise is unknown, not the region. */
  private Optional<Whereabouts> shaped(String code) {
    Window text = Window.of(code);
    Token token = first(text);
    if (token == null || token.start() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        token.end() == code.length()
            ? token.where()
            : new Unknown("the place " + code + " is not known"));
  }

  private @Nullable Token first(Window text) {
    RegionTokens regions = new RegionTokens(atlas());
    ZoneIdTokens zoneIds = new ZoneIdTokens(atlas());
    for (int i = text.from(); i < text.to(); i++) {
      Token region = regions.at(text, i);
      Token found = region == null ? zoneIds.at(text, i) : region;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  Atlas atlas() {
    return atlas.get();
  }
}
