package com.cashtrace.infra.place;

import org.jspecify.annotations.Nullable;

/**
 * One pass over a text. Only the few characters that stand in every name of a place make it look
 * closer, so that text without places costs little.
 */
final class TextScan {

  private static final int ASCII = 128;

  private final boolean[] reacts = new boolean[ASCII];
  private final RegionTokens regions;
  private final ZoneIdTokens zoneIds;
  private final ArnTokens arns;
  private final HostTokens hosts;
  private final ModelTokens models;
  private final AzureTokens azure;

  TextScan(Atlas atlas, HostEnds ends, ModelTokens models) {
    this.regions = new RegionTokens(atlas);
    this.zoneIds = new ZoneIdTokens(atlas);
    this.arns = new ArnTokens(regions);
    this.hosts = new HostTokens(ends, atlas);
    this.models = models;
    this.azure = new AzureTokens(atlas);
    for (char c : "-_.:=/\"'%\\".toCharArray()) {
      reacts[c] = true;
    }
  }

  /** Takes in all of a text; returns true if parts of it are escaped. */
  boolean read(char[] chars, int from, int to, Found found) {
    Window text = new Window(chars, from, to);
    boolean escaped = false;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c < ASCII && reacts[c]) {
        escaped |= c == '\\' || (c == '%' && Escapes.percent(text, i));
        i = look(text, c, i, found);
      }
    }
    Token whole = azure.whole(text);
    if (whole != null && found.isEmpty()) {
      found.add(text, whole);
    }
    return escaped;
  }

  /** Returns the index of the last character that needs no second look. */
  private int look(Window text, char c, int index, Found found) {
    return switch (c) {
      case '-', '_' -> take(text, index, word(text, index), found);
      case '.' -> dot(text, index, found);
      case ':' -> colon(text, index, found);
      case '=', '/' -> take(text, index, azure.after(text, index), found);
      case '"', '\'' -> take(text, index, azure.quoted(text, index), found);
      default -> index;
    };
  }

  private @Nullable Token word(Window text, int index) {
    Token region = regions.at(text, index);
    return region == null ? zoneIds.at(text, index) : region;
  }

  private static int take(Window text, int index, @Nullable Token token, Found found) {
    if (token == null) {
      return index;
    }
    found.add(text, token);
    return Math.max(index, token.end() - 1);
  }

  private int dot(Window text, int index, Found found) {
    int end = hosts.read(text, index, found);
    return end > index ? end - 1 : take(text, index, models.at(text, index), found);
  }

  private int colon(Window text, int index, Found found) {
    int end = arns.read(text, index, found);
    if (end > index) {
      return end - 1;
    }
    if (text.at(index + 1) == '/' && text.at(index + 2) == '/') {
      BucketNames.address(text, index, found);
      return index;
    }
    return take(text, index, azure.after(text, index), found);
  }
}
