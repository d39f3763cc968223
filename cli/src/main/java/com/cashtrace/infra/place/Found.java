package com.cashtrace.infra.place;

import com.cashtrace.infra.place.Mention.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mentions of one text in the order in which they stand there. */
final class Found {

  /**
   * One of them.
   *
   * @param start index of the first character of its token
   */
  record Place(int start, Mention mention) {}

  private final List<Place> places = new ArrayList<>();

  void add(Window text, Token token) {
    add(token.start(), text.raw(token.start(), token.end()), token.form(), token.where(), null);
  }

  void add(int start, String token, Form form, Whereabouts where, @Nullable String holder) {
    places.add(new Place(start, new Mention(token, form, where, holder)));
  }

  void add(Place place) {
    places.add(place);
  }

  /** Takes away what was found from an index on. */
  List<Place> takeFrom(int start) {
    int first = places.size();
    while (first > 0 && places.get(first - 1).start() >= start) {
      first--;
    }
    List<Place> tail = places.subList(first, places.size());
    List<Place> taken = List.copyOf(tail);
    tail.clear();
    return taken;
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  List<Mention> mentions() {
    return places.stream().map(Place::mention).toList();
  }
}
