package com.cashtrace.infra.place;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Texts inside a text that are written in base64, also compressed, as user data is. */
final class Encoded {

  /** A shorter run is a word, too short for most regions; a whole value may be shorter. */
  private static final int SHORTEST_RUN = 16;

  private static final int SHORTEST_VALUE = 8;
  private static final int LINE = 60;
  private static final int LOOKED_AT = 64;
  private static final int ASCII = 128;
  private static final int BUFFER = 4096;

  private final boolean[] digits = new boolean[ASCII];

  Encoded() {
    for (int c = 0; c < ASCII; c++) {
      digits[c] = Character.isLetterOrDigit(c) || c == '+' || c == '/';
    }
  }

  /** The texts in the runs of base64, together no longer than {@code most} characters. */
  List<String> in(char[] text, int from, int to, int most) {
    if (to - from < SHORTEST_RUN) {
      Runs value = new Runs(most);
      value.add(text, from, to, SHORTEST_VALUE);
      return value.decoded;
    }
    Runs runs = new Runs(most);
    int done = from;
    for (int i = from + SHORTEST_RUN - 1; i < to; i += SHORTEST_RUN) {
      if (digit(text[i])) {
        int start = i;
        while (start > done && digit(text[start - 1])) {
          start--;
        }
        int end = runEnd(text, i, to);
        runs.add(text, start, end, SHORTEST_RUN);
        done = end;
        i = Math.max(i, end);
      }
    }
    return runs.decoded;
  }

  private boolean digit(char c) {
    return c < ASCII && digits[c];
  }

  /** A full line is followed by the next one, which may be indented. */
  private int runEnd(char[] text, int index, int to) {
    int end = index;
    int line = index;
    while (true) {
      while (end < to && digit(text[end])) {
        end++;
      }
      int next = end;
      while (next < to && " \t\r\n".indexOf(text[next]) >= 0) {
        next++;
      }
      if (end - line < LINE || next == end || next == to || !digit(text[next])) {
        return end;
      }
      line = next;
      end = next;
    }
  }

  /** What was decoded, and how much more may be. */
  private final class Runs {

    private final List<String> decoded = new ArrayList<>();
    private int left;

    Runs(int most) {
      this.left = most;
    }

    void add(char[] text, int start, int end, int shortest) {
      if (end - start >= shortest && left > 0) {
        String plain = decoded(new String(text, start, end - start), left);
        if (!plain.isEmpty()) {
          decoded.add(plain);
          left -= plain.length();
        }
      }
    }
  }

  /** The text of a run, or nothing if it is no text. */
  private String decoded(String run, int most) {
    StringBuilder plain = new StringBuilder(run.length());
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      if (digit(c)) {
        plain.append(c);
      } else if (c > ' ' && c != '=') {
        return "";
      }
    }
    // one digit alone at the end stands for no byte
    plain.setLength(plain.length() - (plain.length() % 4 == 1 ? 1 : 0));
    byte[] bytes = Base64.getDecoder().decode(plain.toString());
    if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
      bytes = uncompressed(bytes, most);
    }
    return readable(bytes)
        ? new String(bytes, 0, Math.min(most, bytes.length), StandardCharsets.ISO_8859_1)
        : "";
  }

  /** As much as can be read; what is damaged after that is left out. */
  private static byte[] uncompressed(byte[] bytes, int most) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      int read = in.read(buffer);
      while (read > 0 && plain.size() < most) {
        plain.write(buffer, 0, read);
        read = in.read(buffer);
      }
    } catch (IOException e) {
      // not compressed after all, or cut off: what came before it counts
    }
    return plain.toByteArray();
  }

  /** Control characters hardly stand in text; bytes beyond ASCII do, in other languages. */
  private static boolean readable(byte[] bytes) {
    int looked = Math.min(LOOKED_AT, bytes.length);
    int odd = 0;
    for (int i = 0; i < looked; i++) {
      boolean control = bytes[i] >= 0 && bytes[i] < ' ' && " \n\r\t".indexOf(bytes[i]) < 0;
      odd += control ? 1 : 0;
    }
    return looked > 0 && odd * 16 <= looked;
  }
}
