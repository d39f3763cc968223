package com.cashtrace.infra.place;

import com.cashtrace.infra.place.Found.Place;
import com.cashtrace.infra.place.Mention.Form;
import com.cashtrace.infra.place.Whereabouts.Known;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hosts of clouds and companies. The region within a host was found before as a word of the text;
 * here it becomes the place of the host.
 */
final class HostTokens {

  private static final int LONGEST_HOST = 253;

  /** Under these a name without a region is mostly a principal of a policy or an API's name. */
  private static final Set<String> ALSO_PRINCIPALS =
      Set.of("amazonaws.com", "amazonaws.com.cn", "googleapis.com");

  private static final Set<String> WEB_PAGES = Set.of("www.googleapis.com");

  private final HostEnds ends;
  private final HostLabels labels;

  HostTokens(HostEnds ends, Atlas atlas) {
    this.ends = ends;
    this.labels = new HostLabels(atlas);
  }

  /** Takes in the host whose last dot is here; returns the index after it, or the dot's. */
  int read(Window text, int dot, Found found) {
    int end = ends.hostEnd(text, dot);
    if (end < 0) {
      return dot;
    }
    int start = dot;
    while (start > dot - LONGEST_HOST && text.host(start - 1)) {
      start--;
    }
    String host = text.lower(start, end);
    String suffix = ends.longest(host);
    if (suffix == null) {
      return dot;
    }
    new Reading(text, start, host, suffix, found).apply(ends.rule(suffix));
    return end;
  }

  /** One host in one text. */
  private final class Reading {

    private final Window text;
    private final int start;
    private final int end;
    private final String host;
    private final String suffix;
    private final Found found;
    private final List<Place> inside;

    Reading(Window text, int start, String host, String suffix, Found found) {
      this.text = text;
      this.start = start;
      this.end = start + host.length();
      this.host = host;
      this.suffix = suffix;
      this.found = found;
      this.inside = new ArrayList<>(found.takeFrom(start));
    }

    void apply(HostRule rule) {
      if (rule instanceof HostRule.Regional regional) {
        regional(regional.provider());
      } else if (rule instanceof HostRule.Bucket) {
        bucket();
      } else if (rule instanceof HostRule.Fixed fixed) {
        add(Form.HOST, fixed.where(), null);
      } else if (rule instanceof HostRule.Service service && address()) {
        add(Form.HOST, service.where(), null);
      } else if (rule instanceof HostRule.Company company) {
        company(company.processor());
      }
      inside.forEach(found::add);
    }

    private void add(Form form, Whereabouts where, @Nullable String holder) {
      found.add(end - suffix.length(), text.raw(end - suffix.length(), end), form, where, holder);
    }

    private void regional(String provider) {
      Place region = region();
      if (region != null) {
        Mention was = region.mention();
        Whereabouts where = labels.outpost(host) ? HostLabels.OUTPOST : was.where();
        found.add(region.start(), was.token(), Form.HOST, where, null);
        return;
      }
      HostLabels.Label label = labels.place(provider, before());
      if (label != null) {
        found.add(start + label.start(), label.text(), Form.HOST, label.where(), null);
      } else if (address() ? !WEB_PAGES.contains(host) : !ALSO_PRINCIPALS.contains(suffix)) {
        add(Form.HOST, new Unknown("the host does not tell its region"), null);
      }
    }

    /** The last one, since the name of a bucket or a database may hold another. */
    private @Nullable Place region() {
      for (int i = inside.size() - 1; i >= 0; i--) {
        Form form = inside.get(i).mention().form();
        if (form == Form.REGION || form == Form.ZONE) {
          return inside.remove(i);
        }
      }
      return null;
    }

    private void bucket() {
      String name = before();
      if (name.isEmpty()) {
        int slash = end;
        name = text.at(slash) == '/' ? BucketNames.at(text, slash + 1) : "";
      }
      if (!name.isEmpty()) {
        add(Form.BUCKET, BucketNames.UNKNOWN, name);
      }
    }

    private void company(Processor processor) {
      Place region = region();
      if (region != null && region.mention().where() instanceof Known known) {
        Known there = new Known(processor.name(), known.region(), null, known.country());
        found.add(
            region.start(), region.mention().token(), Form.PROCESSOR, there, processor.name());
      } else {
        Whereabouts where = region == null ? processor.at(suffix) : region.mention().where();
        add(Form.PROCESSOR, where, processor.name());
      }
    }

    /** What stands before the known end, without the dot. */
    private String before() {
      int length = host.length() - suffix.length() - 1;
      return length <= 0 ? "" : host.substring(0, length);
    }

    private boolean address() {
      return text.has(start - 3, "://");
    }
  }
}
