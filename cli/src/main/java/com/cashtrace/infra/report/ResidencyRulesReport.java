package com.cashtrace.infra.report;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Profile;
import com.cashtrace.infra.residency.ResidencyRule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules on where data may be, as they are on a day; {@code residency rules} and {@code explain}
 * of a rule print it.
 *
 * @param asOf the day
 * @param profiles what to print, in this order
 */
public record ResidencyRulesReport(LocalDate asOf, List<Profile> profiles) {

  /** Copies the profiles. */
  public ResidencyRulesReport {
    profiles = List.copyOf(profiles);
  }

  /** For a person, with what each rule asks for and what to do. */
  public void text(Appendable out) throws IOException {
    String gap = "";
    for (Profile profile : profiles) {
      out.append(gap).append(profile.name()).append(": ").append(line(profile.title()));
      out.append('\n').append(Paragraphs.wrapped(profile.description(), "  "));
      for (ResidencyRule rule : profile.rules()) {
        out.append("\n  ").append(rule.id()).append(": ").append(line(rule.title())).append('\n');
        item(out, "on " + asOf, state(rule));
        item(out, "data", words(rule));
        item(out, "governs", aspects(rule));
        item(out, "allowed", allowed(rule));
        item(out, "source", rule.citation());
        item(out, "certainty", certainty(rule));
        item(out, "meaning", rule.meaning());
        item(out, "fix", rule.fix());
      }
      gap = "\n";
    }
  }

  private static void item(Appendable out, String name, String text) throws IOException {
    out.append(Paragraphs.wrapped(name + ": " + text, "    "));
  }

  /** As a document that people read on the web. */
  public void markdown(Appendable out) throws IOException {
    out.append("# Residency rules on ").append(asOf.toString()).append('\n');
    for (Profile profile : profiles) {
      out.append("\n## ").append(cell(profile.title()));
      out.append(" (`").append(profile.name()).append("`)\n\n");
      out.append(cell(profile.description())).append('\n');
      if (!profile.rules().isEmpty()) {
        out.append("\n| rule | state | data | governs | allowed | source | certainty |\n");
        out.append("|---|---|---|---|---|---|---|\n");
      }
      for (ResidencyRule rule : profile.rules()) {
        out.append("| `").append(rule.id()).append("` ").append(cell(rule.title()));
        for (String each :
            List.of(
                state(rule),
                words(rule),
                aspects(rule),
                allowed(rule),
                rule.citation(),
                certainty(rule))) {
          out.append(" | ").append(cell(each));
        }
        out.append(" |\n");
      }
    }
  }

  /** For a program; {@code schemas/report/residency-rules.schema.json} describes the document. */
  public void json(Appendable out) throws IOException {
    JsonText json = new JsonText();
    ObjectNode root = json.object();
    root.put("formatVersion", 1);
    root.put("asOf", asOf.toString());
    ArrayNode all = root.putArray("profiles");
    for (Profile profile : profiles) {
      ObjectNode node = all.addObject();
      node.put("name", profile.name()).put("title", profile.title());
      node.put("description", profile.description());
      ArrayNode rules = node.putArray("rules");
      profile.rules().forEach(rule -> describe(rule, rules.addObject()));
    }
    json.write(root, out);
  }

  private void describe(ResidencyRule rule, ObjectNode node) {
    node.put("id", rule.id()).put("title", rule.title());
    node.put("severity", rule.unclear() ? "unclear" : "violation");
    node.put("inForce", isInForce(rule));
    if (rule.effectiveFrom() != null) {
      node.put("effectiveFrom", rule.effectiveFrom().toString());
    }
    fill(node.putArray("classes"), rule.classes().stream().map(DataClass::word));
    fill(node.putArray("governs"), rule.governs().stream().map(Aspect::word));
    fill(node.putArray("places"), rule.places().stream());
    fill(node.putArray("countries"), rule.countries().stream());
    node.put("citation", rule.citation()).put("certainty", word(rule.certainty()));
    node.put("meaning", rule.meaning()).put("fix", rule.fix());
  }

  private static void fill(ArrayNode array, Stream<String> words) {
    words.forEach(array::add);
  }

  private boolean isInForce(ResidencyRule rule) {
    return rule.effectiveFrom() == null || !asOf.isBefore(rule.effectiveFrom());
  }

  private String state(ResidencyRule rule) {
    String when =
        rule.effectiveFrom() == null
            ? "in force"
            : (isInForce(rule) ? "in force since " : "binds from ") + rule.effectiveFrom();
    return when + (rule.unclear() ? "; elsewhere is unclear" : "; elsewhere is a violation");
  }

  private static String words(ResidencyRule rule) {
    return joined(rule.classes().stream().map(DataClass::word).toList());
  }

  private static String aspects(ResidencyRule rule) {
    return joined(rule.governs().stream().map(Aspect::word).toList());
  }

  private static String allowed(ResidencyRule rule) {
    List<String> all = Stream.concat(rule.countries().stream(), rule.places().stream()).toList();
    return all.isEmpty() ? "nowhere" : joined(all);
  }

  private static String joined(Collection<String> words) {
    return String.join(", ", words);
  }

  private static String certainty(ResidencyRule rule) {
    return switch (rule.certainty()) {
      case PRIMARY -> "primary: the text of the law itself was read";
      case SECONDARY -> "secondary: what others write about the law was read, not the law itself";
      case COMPANY -> "company: a rule of the company's own, no law";
    };
  }

  private static String word(ResidencyRule.Certainty certainty) {
    return switch (certainty) {
      case PRIMARY -> "primary";
      case SECONDARY -> "secondary";
      case COMPANY -> "company";
    };
  }

  private static String line(String text) {
    return SafeText.of(text.strip().replaceAll("\\s+", " "));
  }

  /** In a table no text ends its cell, and nothing in it is taken for markup. */
  private static String cell(String text) {
    return line(text).replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
  }
}
