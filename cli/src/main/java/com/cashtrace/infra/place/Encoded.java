package com.cashtrace.infra.place;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Texts inside a text that are written in base64, also compressed, as user data is. */
final class Encoded {

  /** A shorter run is a word; the run that is a whole value may be shorter. */
  private static final int SHORTEST_RUN = 24;

  private static final int SHORTEST_VALUE = 8;
  private static final int LINE = 60;
  private static final int LOOKED_AT = 64;
  private static final int ASCII = 128;

  private final boolean[] digits = new boolean[ASCII];

  Encoded() {
    for (int c = 0; c < ASCII; c++) {
      digits[c] = Character.isLetterOrDigit(c) || c == '+' || c == '/';
    }
  }

  /** The texts in the runs of base64, none longer than {@code most} characters. */
  List<String> in(char[] text, int from, int to, int most) {
    List<String> decoded = new ArrayList<>();
    if (to - from < SHORTEST_RUN) {
      run(text, from, to, SHORTEST_VALUE, most, decoded);
      return decoded;
    }
    int done = from;
    for (int i = from + SHORTEST_RUN - 1; i < to; i += SHORTEST_RUN) {
      if (digit(text[i])) {
        int start = i;
        while (start > done && digit(text[start - 1])) {
          start--;
        }
        int end = runEnd(text, i, to);
        run(text, start, end, SHORTEST_RUN, most, decoded);
        done = end;
        i = Math.max(i, end);
      }
    }
    return decoded;
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

  private void run(char[] text, int start, int end, int shortest, int most, List<String> decoded) {
    if (end - start >= shortest) {
      String plain = decoded(new String(text, start, end - start), most);
      if (!plain.isEmpty()) {
        decoded.add(plain);
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
    byte[] plain = new byte[most];
    int length = 0;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      int read = in.read(plain);
      while (read > 0) {
        length += read;
        read = in.read(plain, length, most - length);
      }
    } catch (IOException e) {
      // not compressed after all, or cut off: what came before it counts
    }
    return Arrays.copyOf(plain, length);
  }

  private static boolean readable(byte[] bytes) {
    int looked = Math.min(LOOKED_AT, bytes.length);
    int odd = 0;
    for (int i = 0; i < looked; i++) {
      boolean plain = bytes[i] >= ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t';
      odd += plain ? 0 : 1;
    }
    return looked > 0 && odd * 8 <= looked;
  }
}
