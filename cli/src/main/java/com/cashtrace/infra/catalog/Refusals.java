package com.cashtrace.infra.catalog;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import java.util.List;

/**
 * What AWS refuses although a plan accepts it.
 *
 * @param all every refusal, in the order of the file
 */
public record Refusals(List<Refusal> all) {

  /** Copies the list. */
  public Refusals {
    all = List.copyOf(all);
  }

  /** Reads {@code schemas/catalog/refusals.yaml}. */
  public static Refusals read(Resources resources) {
    Entries entries = Entries.read(resources, "schemas/catalog/refusals.yaml");
    return new Refusals(
        List.copyOf(entries.each("refusals", (name, entry) -> refusal(name, entry)).values()));
  }

  private static Refusal refusal(String name, Entries entries) {
    return new Refusal(
        name,
        entries.text("title"),
        entries.has("code") ? entries.text("code") : null,
        entries.text("how"),
        entries.text("source"));
  }

  /** Those that a problem of this code holds off. */
  public List<Refusal> heldOffBy(String code) {
    return all.stream().filter(refusal -> code.equals(refusal.code())).toList();
  }
}
