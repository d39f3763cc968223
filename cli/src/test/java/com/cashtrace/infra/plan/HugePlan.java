package com.cashtrace.infra.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;

/**
 * Reads, masks and sums up a plan of about 100 MB; prints how many bytes and how many resources.
 */
final class HugePlan {

  private static final int RESOURCES = 50_000;
  private static final String ATTRIBUTES =
      "{\"text\":\""
          + "x".repeat(1500)
          + "\",\"password\":\"correct-horse-battery\",\"list\":[1,2]}";

  private HugePlan() {}

  public static void main(String[] args) {
    var builder = new SummaryBuilder();
    var plan = new Parts();
    PlanHeader header =
        new PlanReader(secret -> {}).read("plan.json", plan, builder, Writer.nullWriter());
    System.out.println(plan.bytes + " " + builder.summary(header).total().create());
  }

  /** The document, made while it is read. */
  private static final class Parts extends InputStream {

    private int next = -1;
    private long bytes;
    private InputStream part = InputStream.nullInputStream();

    @Override
    public int read() {
      throw new UnsupportedOperationException("nobody reads a plan byte by byte");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = part.read(buffer, offset, length);
      while (read < 0 && next <= 2 * RESOURCES) {
        part = new ByteArrayInputStream(part(next++).getBytes(UTF_8));
        read = part.read(buffer, offset, length);
      }
      bytes += Math.max(read, 0);
      return read;
    }
  }

  /** The head, then the planned values, then the changes, then the end. */
  private static String part(int number) {
    if (number < 0) {
      return "{\"format_version\":\"1.2\",\"planned_values\":{\"root_module\":{\"resources\":[";
    }
    String address = "module.services_s" + number % 100 + ".aws_x.y" + number;
    if (number < RESOURCES) {
      String comma = number == 0 ? "" : ",";
      return comma + "{\"address\":\"" + address + "\",\"values\":" + ATTRIBUTES + "}";
    }
    if (number < 2 * RESOURCES) {
      String before = number == RESOURCES ? "]}},\"resource_changes\":[" : ",";
      String action = number % 5 == 0 ? "\"create\"" : "\"no-op\"";
      return before + Plans.change(address, action, "null", ATTRIBUTES);
    }
    return "]}";
  }
}
