package com.cashtrace.infra.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Countries with what is in them and the arrows between them: what a picture of data flows shows.
 *
 * @param lanes one for each country, Nigeria first, then the one that holds most
 * @param arrows one for each pair of countries that data goes between
 */
record ResidencyLanes(List<Lane> lanes, List<Arrow> arrows) {

  /**
   * A country, or what stands for places that are in none.
   *
   * @param land its name
   * @param kind how well it is known
   * @param lines what is in it
   */
  record Lane(String land, ResidencySpot.Kind kind, List<Line> lines) {}

  /**
   * One line within a lane.
   *
   * @param sign people, store, work, key, copy, other or loop
   * @param title in a few words
   * @param names the first of them, or nothing
   */
  record Line(String sign, String title, String names) {}

  /**
   * Data that goes from one country to another.
   *
   * @param from index of its lane
   * @param to index of its lane
   * @param numbers of the flows, such as {@code 1, 4}
   */
  record Arrow(int from, int to, String numbers) {}

  private static final int LONGEST = 46;

  static ResidencyLanes of(ResidencyChapter chapter) {
    Map<String, ResidencySpot> lands = lands(chapter);
    Comparator<ResidencySpot> order =
        Comparator.comparing((ResidencySpot spot) -> spot.isAbroad())
            .thenComparing(ResidencySpot::kind)
            .thenComparing(spot -> -weight(chapter, spot.land()))
            .thenComparing(ResidencySpot::land);
    List<ResidencySpot> sorted = lands.values().stream().sorted(order).toList();
    List<String> names = sorted.stream().map(ResidencySpot::land).toList();
    List<Lane> lanes =
        sorted.stream()
            .map(spot -> new Lane(spot.land(), spot.kind(), lines(chapter, spot.land())))
            .toList();
    return new ResidencyLanes(lanes, arrows(chapter, names));
  }

  private static Map<String, ResidencySpot> lands(ResidencyChapter chapter) {
    List<ResidencySpot> all = new ArrayList<>();
    chapter.stores().forEach(store -> all.addAll(store.places()));
    chapter.stores().forEach(store -> all.addAll(store.keys()));
    chapter.stores().forEach(store -> all.addAll(store.backups()));
    chapter.processing().forEach(each -> all.addAll(each.places()));
    chapter.flows().forEach(flow -> all.addAll(List.of(flow.fromPlace(), flow.toPlace())));
    Map<String, ResidencySpot> lands = new LinkedHashMap<>();
    all.forEach(spot -> lands.putIfAbsent(spot.land(), spot));
    return lands;
  }

  private static int weight(ResidencyChapter chapter, String land) {
    return stores(chapter, land).size() + work(chapter, land).size();
  }

  private static List<String> stores(ResidencyChapter chapter, String land) {
    return chapter.stores().stream()
        .filter(store -> isIn(store.places(), land))
        .map(ResidencyStore::name)
        .toList();
  }

  private static List<String> work(ResidencyChapter chapter, String land) {
    return chapter.processing().stream()
        .filter(each -> isIn(each.places(), land))
        .map(ResidencyStore.Processing::name)
        .toList();
  }

  private static boolean isIn(List<ResidencySpot> places, String land) {
    return places.stream().anyMatch(place -> place.land().equals(land));
  }

  private static List<Line> lines(ResidencyChapter chapter, String land) {
    List<Line> lines = new ArrayList<>();
    Set<String> others = others(chapter, land);
    if (others.remove(ResidencyFlow.PEOPLE)) {
      lines.add(new Line("people", ResidencyFlow.PEOPLE, ""));
    }
    List<String> stores = stores(chapter, land);
    List<String> work = work(chapter, land);
    add(lines, "store", ResidencyWords.count(stores.size(), "store"), stores);
    add(lines, "work", ResidencyWords.count(work.size(), "component") + " at work", work);
    count(
        lines,
        "key",
        "Keys of ",
        chapter.stores().stream().map(ResidencyStore::keys).toList(),
        land);
    count(
        lines,
        "copy",
        "Backups of ",
        chapter.stores().stream().map(ResidencyStore::backups).toList(),
        land);
    stores.forEach(others::remove);
    work.forEach(others::remove);
    add(lines, "other", "Receives or sends", List.copyOf(others));
    String within = numbers(chapter, land, land);
    if (!within.isEmpty()) {
      lines.add(new Line("loop", "Flows within: " + within, ""));
    }
    return lines;
  }

  private static void add(List<Line> lines, String sign, String title, List<String> names) {
    if (!names.isEmpty()) {
      lines.add(new Line(sign, title, shortened(String.join(", ", new LinkedHashSet<>(names)))));
    }
  }

  private static void count(
      List<Line> lines, String sign, String title, List<List<ResidencySpot>> places, String land) {
    long count = places.stream().filter(each -> isIn(each, land)).count();
    if (count > 0) {
      lines.add(new Line(sign, title + ResidencyWords.count(count, "store"), ""));
    }
  }

  private static Set<String> others(ResidencyChapter chapter, String land) {
    Set<String> others = new LinkedHashSet<>();
    for (ResidencyFlow flow : chapter.flows()) {
      if (flow.crossesBorder() && flow.fromPlace().land().equals(land)) {
        others.add(flow.from());
      }
      if (flow.crossesBorder() && flow.toPlace().land().equals(land)) {
        others.add(flow.to());
      }
    }
    return others;
  }

  private static List<Arrow> arrows(ResidencyChapter chapter, List<String> names) {
    List<Arrow> arrows = new ArrayList<>();
    for (int from = 0; from < names.size(); from++) {
      for (int to = 0; to < names.size(); to++) {
        String numbers = numbers(chapter, names.get(from), names.get(to));
        if (from != to && !numbers.isEmpty()) {
          arrows.add(new Arrow(from, to, numbers));
        }
      }
    }
    return arrows;
  }

  /** The numbers of the flows between two countries; runs of them as {@code 3–7}. */
  private static String numbers(ResidencyChapter chapter, String from, String to) {
    Map<Integer, Integer> runs = new TreeMap<>();
    int begin = -1;
    int last = -1;
    for (ResidencyFlow flow : chapter.flows()) {
      if (flow.fromPlace().land().equals(from) && flow.toPlace().land().equals(to)) {
        begin = flow.number() == last + 1 ? begin : flow.number();
        last = flow.number();
        runs.put(begin, last);
      }
    }
    return runs.entrySet().stream()
        .map(run -> run.getKey().equals(run.getValue()) ? "" + run.getKey() : range(run))
        .collect(Collectors.joining(", "));
  }

  private static String range(Map.Entry<Integer, Integer> run) {
    String between = run.getValue() == run.getKey() + 1 ? ", " : " to ";
    return run.getKey() + between + run.getValue();
  }

  /** Short enough for its lane; the table beside the picture holds everything. */
  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "…";
  }
}
