package com.cashtrace.infra.plan;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code terraform show -json PLAN} prints, as a stream: one resource is in memory at a
 * time, so the size of a plan is no matter. Values are masked before anybody gets to see them.
 */
public final class PlanReader {

  /** Deeper than any resource nests, and far from the end of the stack. */
  private static final int DEEPEST = 500;

  private final JsonFactory factory = factory();
  private final Consumer<String> secrets;

  /** Parsers and generators that leave the streams open and take no endless nesting. */
  static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
        .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .build();
  }

  /** Tells {@code secrets} each text that it masks, so that nothing else prints it either. */
  public PlanReader(Consumer<String> secrets) {
    this.secrets = secrets;
  }

  /**
   * Reads the plan to its end.
   *
   * @param name what messages call the document
   * @param json the document; it is not closed
   * @param changes gets each resource, in the order of the plan, also those that stay as they are
   * @param masked gets a copy of the document, with all that is secret masked; null for no copy
   * @throws FailureException if this is no plan, or one of a format that is not known
   */
  public PlanHeader read(
      String name, InputStream json, Consumer<ResourceChange> changes, @Nullable Writer masked) {
    return receive(name, json, changes::accept, masked);
  }

  /**
   * Reads a plan that refreshed the state to its end, for what it tells of changes behind
   * terraform's back.
   *
   * @param name what messages call the document
   * @param json the document; it is not closed
   * @throws FailureException if this is no plan, or one of a format that is not known
   */
  public Drift drift(String name, InputStream json) {
    var builder = new DriftBuilder();
    return builder.drift(receive(name, json, builder, null));
  }

  private PlanHeader receive(
      String name, InputStream json, PlanReceiver receiver, @Nullable Writer masked) {
    try (JsonParser in = factory.createParser(json)) {
      var masking = new Masking(factory, secrets);
      if (masked == null) {
        return new PlanDocument(name, in, masking, receiver, null).read();
      }
      try (JsonGenerator out = factory.createGenerator(masked)) {
        return new PlanDocument(name, in, masking, receiver, out).read();
      }
    } catch (JsonProcessingException e) {
      // The library's own message may quote the document, and with it a secret.
      throw failure(name, "is not JSON as terraform writes it: " + place(e), e);
    } catch (IOException e) {
      throw failure(name, "can't be read or copied: " + e.getMessage(), e);
    }
  }

  static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "it is too deep or too long"
        : "line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + " is wrong or the last there is";
  }

  private static FailureException failure(String name, String what, Exception cause) {
    var problem = Problem.error("plan-unreadable", "'" + name + "' " + what, Location.ofFile(name));
    return new FailureException(problem, ExitCode.FAILED, cause);
  }
}
