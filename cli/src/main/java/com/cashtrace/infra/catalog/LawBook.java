package com.cashtrace.infra.catalog;

import com.cashtrace.infra.document.Entries;
import com.cashtrace.infra.document.Resources;
import java.util.List;

/**
 * What a residency report may say about law and clouds, each with how well it is known.
 *
 * @param provisions of law, in the order of the file
 * @param facts that are no law
 * @param limits what could not be confirmed or seen, as sentences
 */
public record LawBook(List<Provision> provisions, List<Fact> facts, List<String> limits) {

  /** Copies the lists. */
  public LawBook {
    provisions = List.copyOf(provisions);
    facts = List.copyOf(facts);
    limits = List.copyOf(limits);
  }

  /**
   * A provision of law.
   *
   * @param id stable name
   * @param instrument the act, directive or circular
   * @param section the part of it
   * @param says what it says, in our words
   * @param certainty how well the source is known: primary or secondary
   * @param source where it was read
   * @param answeredBy the part of the report that answers it
   */
  public record Provision(
      String id,
      String instrument,
      String section,
      String says,
      String certainty,
      String source,
      String answeredBy) {}

  /**
   * A fact that is no law.
   *
   * @param id stable name
   * @param about the part of the report that prints it
   * @param says the fact, in sentences
   * @param certainty how well the source is known: primary or secondary
   * @param source where it was read
   */
  public record Fact(String id, String about, String says, String certainty, String source) {}

  /** Reads {@code schemas/catalog/law.yaml}. */
  public static LawBook read(Resources resources) {
    Entries entries = Entries.read(resources, "schemas/catalog/law.yaml");
    return new LawBook(
        List.copyOf(entries.each("provisions", LawBook::provision).values()),
        List.copyOf(entries.each("facts", LawBook::fact).values()),
        entries.texts("limits"));
  }

  private static Provision provision(String id, Entries entry) {
    return new Provision(
        id,
        entry.text("instrument"),
        entry.text("section"),
        entry.text("says"),
        entry.text("certainty"),
        entry.text("source"),
        entry.text("answeredBy"));
  }

  private static Fact fact(String id, Entries entry) {
    return new Fact(
        id, entry.text("about"), entry.text("says"), entry.text("certainty"), entry.text("source"));
  }

  /** The facts that one part of the report prints. */
  public List<Fact> about(String part) {
    return facts.stream().filter(fact -> fact.about().equals(part)).toList();
  }
}
