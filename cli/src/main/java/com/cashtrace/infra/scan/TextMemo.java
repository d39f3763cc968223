package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import com.cashtrace.infra.place.Mentions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds places in texts, and remembers them: a document says the same few things many times. How
 * much it remembers has a bound, whatever the document holds.
 */
final class TextMemo {

  /** Up to this length are names and addresses; beyond it, policies and scripts. */
  private static final int SHORT = 128;

  private static final int LONGEST = 4096;
  private static final int SLOTS = 1 << 15;
  private static final int LONG_SLOTS = 1 << 9;

  private final Mentions mentions;
  private final @Nullable Entry[] shortOnes = new @Nullable Entry[SLOTS];
  private final @Nullable Entry[] longOnes = new @Nullable Entry[LONG_SLOTS];
  private final Map<Mention, Mention> known = new HashMap<>();

  TextMemo(Mentions mentions) {
    this.mentions = mentions;
  }

  /** A text and what was found in it. */
  private static final class Entry {

    private final char[] text;
    private final List<Mention> found;

    Entry(char[] text, List<Mention> found) {
      this.text = text;
      this.found = found;
    }

    private boolean is(char[] other, int from, int length) {
      return Arrays.equals(text, 0, text.length, other, from, from + length);
    }
  }

  /** The places that a text names. */
  List<Mention> in(String text) {
    return in(text.toCharArray(), 0, text.length());
  }

  /** The places that a stretch of characters names; equal ones are the same object. */
  List<Mention> in(char[] text, int from, int length) {
    if (length > LONGEST) {
      return find(text, from, length);
    }
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + text[i];
    }
    @Nullable Entry[] memory = length > SHORT ? longOnes : shortOnes;
    int slot = (hash ^ (hash >>> 15)) & (memory.length - 1);
    Entry entry = memory[slot];
    if (entry == null || !entry.is(text, from, length)) {
      char[] copy = Arrays.copyOfRange(text, from, from + length);
      entry = new Entry(copy, find(text, from, length));
      memory[slot] = entry;
    }
    return entry.found;
  }

  private List<Mention> find(char[] text, int from, int length) {
    List<Mention> found = mentions.in(text, from, length);
    return found.isEmpty() ? found : found.stream().map(this::same).toList();
  }

  private Mention same(Mention mention) {
    Mention first = known.putIfAbsent(mention, mention);
    return first == null ? mention : first;
  }
}
