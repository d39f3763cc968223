package com.cashtrace.infra.place;

import com.cashtrace.infra.place.Mention.Form;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import java.util.List;

/** Names of buckets as they stand in ARNs and addresses. */
final class BucketNames {

  static final Whereabouts UNKNOWN = new Unknown("the name of a bucket does not tell its region");

  private static final int LONGEST = 255;
  private static final List<String> SCHEMES = List.of("s3", "s3a", "s3n", "gs");

  private BucketNames() {}

  /** The name that begins here; empty if none does or if it stands for any name. */
  static String at(Window text, int start) {
    int end = start;
    while (end < start + LONGEST && part(text, end)) {
      end++;
    }
    String name = text.raw(start, end);
    return name.chars().allMatch(c -> c == '*' || c == '?') ? "" : name;
  }

  /** Takes in an address such as {@code s3://bucket/key} whose colon is here. */
  static void address(Window text, int colon, Found found) {
    for (String scheme : SCHEMES) {
      int start = colon - scheme.length();
      if (text.has(start, scheme) && !text.host(start - 1)) {
        String bucket = at(text, colon + 3);
        if (!bucket.isEmpty()) {
          found.add(start, text.raw(start, colon + 3), Form.BUCKET, UNKNOWN, bucket);
        }
      }
    }
  }

  /** References and wildcards of policies count as parts. */
  private static boolean part(Window text, int index) {
    return text.host(index) || "*?${}".indexOf(text.at(index)) >= 0;
  }
}
