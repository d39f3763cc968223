package com.cashtrace.infra.place;

import com.cashtrace.infra.place.Mention.Form;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import com.cashtrace.infra.place.Whereabouts.Worldwide;
import java.util.Optional;
import java.util.Set;

/** ARNs: the region in the fourth field, or what the service tells where that field is empty. */
final class ArnTokens {

  private static final Set<String> OUTPOSTS = Set.of("outposts", "s3-outposts");
  private static final int LONGEST_FIELD = 40;

  private final RegionTokens regions;

  ArnTokens(RegionTokens regions) {
    this.regions = regions;
  }

  /** Takes in the ARN whose first colon is here; returns the index to go on from. */
  int read(Window text, int colon, Found found) {
    if (!text.has(colon - 3, "arn") || text.word(colon - 4) || !text.has(colon + 1, "aws")) {
      return colon;
    }
    int service = field(text, colon + 1);
    int region = service < 0 ? -1 : field(text, service);
    int account = region < 0 ? -1 : field(text, region);
    if (account < 0) {
      return colon;
    }
    String name = text.lower(service, region - 1);
    if (account - 1 > region) {
      region(text, name, region, account - 1, found);
    } else {
      global(text, name, colon - 3, account, found);
    }
    return account - 1;
  }

  /** The index after the colon that ends the field, or -1. */
  private static int field(Window text, int start) {
    int end = start;
    while (end < start + LONGEST_FIELD && text.at(end) != ':' && inField(text.at(end))) {
      end++;
    }
    return text.at(end) == ':' ? end + 1 : -1;
  }

  private static boolean inField(char c) {
    return c > ' ' && c != '"' && c != '\\' && c != '/';
  }

  private void region(Window text, String service, int start, int end, Found found) {
    String code = text.lower(start, end);
    if (!code.matches("[a-z0-9-]+")) {
      return;
    }
    Whereabouts where =
        OUTPOSTS.contains(service)
            ? HostLabels.OUTPOST
            : whole(text, start, end)
                .orElseGet(() -> new Unknown("the region " + code + " is not known"));
    found.add(start, text.raw(start, end), Form.ARN, where, null);
  }

  private Optional<Whereabouts> whole(Window text, int start, int end) {
    for (int i = start; i < end; i++) {
      Token token = regions.at(text, i);
      if (token != null) {
        boolean all = token.start() == start && token.end() == end;
        return all ? Optional.of(token.where()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Services whose ARNs have no region although data may be in one. */
  private static void global(Window text, String service, int start, int account, Found found) {
    switch (service) {
      case "s3" -> {
        if (text.at(account) == ':') {
          String bucket = BucketNames.at(text, account + 1);
          if (!bucket.isEmpty()) {
            found.add(
                start, text.raw(start, account + 1), Form.BUCKET, BucketNames.UNKNOWN, bucket);
          }
        } else {
          worldwide(text, start, account, "S3 Multi-Region Access Points", found);
        }
      }
      case "cloudfront" -> worldwide(text, start, account, "CloudFront edges", found);
      case "globalaccelerator" ->
          worldwide(text, start, account, "Global Accelerator edges", found);
      default -> {
        // the account's own things, such as roles: they are in no place that data could be in
      }
    }
  }

  private static void worldwide(Window text, int start, int end, String what, Found found) {
    found.add(start, text.raw(start, end), Form.ARN, new Worldwide(what), null);
  }
}
