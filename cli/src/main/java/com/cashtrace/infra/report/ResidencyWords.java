package com.cashtrace.infra.report;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.ResidencyRule.Certainty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the forms of the report say in the same words. */
final class ResidencyWords {

  private ResidencyWords() {}

  /** What a chapter comes to, in a few words. */
  static String headline(ResidencyChapter chapter) {
    long further = chapter.notices().stream().filter(ResidencyChapter.Notice::fails).count();
    return headline(chapter.verdict())
        + (further == 0 ? "" : "; " + count(further, "further problem"));
  }

  /** What a verdict comes to, in a few words; never that a law is complied with. */
  static String headline(ResidencyVerdict verdict) {
    int count = verdict.count(verdict.exposure());
    return switch (verdict.exposure()) {
      case VIOLATION -> {
        int unknown = verdict.count(Exposure.UNKNOWN);
        yield count(count, "violation") + (unknown == 0 ? "" : ", " + unknown(unknown));
      }
      case UNKNOWN -> unknown(count);
      case UPCOMING ->
          "no violation today, " + count(count, "violation") + " from a day that is set";
      case UNCLEAR -> "no violation found, " + count(count, "unclear point");
      case EXCEPTION -> "no violation found, " + count(count, "named exception");
      case GLOBAL_METADATA, OK -> "no violation found";
    };
  }

  private static String unknown(int count) {
    return count(count, "place") + (count == 1 ? " is" : " are") + " not known";
  }

  /** What an exposure means, for the key of the report. */
  static String meaning(Exposure exposure) {
    return switch (exposure) {
      case VIOLATION -> "Data is, or goes, where a rule that is in force forbids it.";
      case UNKNOWN -> "Nobody can tell from the input where it is or goes. Unknown is not a pass.";
      case UPCOMING -> "Will be a violation from a day that is set.";
      case UNCLEAR -> "The law is silent or can be read both ways, or only a spec would tell.";
      case EXCEPTION ->
          "A named part of a global service that its provider offers nowhere else; printed with"
              + " what it holds.";
      case GLOBAL_METADATA -> "Of a reviewed kind that holds no customer data, wherever it is.";
      case OK -> "Where the rules that were applied allow it. It says nothing about other rules.";
    };
  }

  /** How well the source of a rule is known. */
  static String certainty(Certainty certainty) {
    return switch (certainty) {
      case PRIMARY -> "primary source";
      case SECONDARY -> "secondary source";
      case COMPANY -> "company rule, no law";
    };
  }

  static String changes(@Nullable LocalDate day) {
    return day == null ? "no day is known" : day.toString();
  }

  /** What is said of a transfer of which nothing is on record. */
  static String noBasis(ResidencyChapter chapter) {
    return chapter.evidence().specSha256() == null ? "NONE KNOWN, NO SPEC" : "NOT RECORDED";
  }

  /** How many of the transfers that are made have a recorded basis. */
  static String recorded(ResidencyChapter chapter) {
    List<ResidencyTransfer> made =
        chapter.transfers().stream().filter(each -> !each.holders().isEmpty()).toList();
    long recorded = made.stream().filter(each -> each.record() != null).count();
    return made.isEmpty() ? "none" : recorded + " of " + made.size() + " with a recorded basis";
  }

  static String classes(Collection<DataClass> classes) {
    return classes.isEmpty()
        ? "nobody said"
        : classes.stream().map(DataClass::word).collect(Collectors.joining(", "));
  }

  /** What an aspect is called where one is named by itself. */
  static String aspect(Aspect aspect) {
    return switch (aspect) {
      case AT_REST -> "at rest";
      case BACKUP -> "backup";
      case KEY -> "key";
      case LOG -> "log";
      case CACHE -> "cache";
      case QUEUE -> "queue";
      case COMPUTE -> "compute";
      case TRANSIT -> "transit";
    };
  }

  /** Such as {@code 2 stores}, {@code 1 store}. */
  static String count(long count, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ie" : noun;
    return count == 1 ? "1 " + noun : count + " " + plural + "s";
  }

  /** Each place once, with its country. */
  static List<ResidencySpan> places(List<ResidencySpot> places, String empty) {
    if (places.isEmpty()) {
      return List.of(ResidencySpan.quiet(empty));
    }
    List<ResidencySpan> spans = new ArrayList<>();
    for (ResidencySpot place : new LinkedHashSet<>(places)) {
      if (!spans.isEmpty()) {
        spans.add(ResidencySpan.newLine());
      }
      spans.addAll(place(place));
    }
    return spans;
  }

  static List<ResidencySpan> place(ResidencySpot place) {
    return switch (place.kind()) {
      case KNOWN ->
          List.of(
              ResidencySpan.plain(String.valueOf(place.countryName())),
              ResidencySpan.newLine(),
              ResidencySpan.code(place.name()));
      case WORLDWIDE -> ResidencySpan.text("many countries: " + place.name());
      case UNKNOWN ->
          List.of(ResidencySpan.mark(Exposure.UNKNOWN), ResidencySpan.plain(" " + place.name()));
    };
  }

  /** The countries of places, each once, in the order of their names. */
  static Set<String> lands(Collection<ResidencySpot> places) {
    return places.stream().map(ResidencySpot::land).collect(Collectors.toCollection(TreeSet::new));
  }
}
