package com.cashtrace.infra.plan;

import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.problem.FailureException;
import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads what {@code terraform show -json} prints of a state, as a stream: one resource is in memory
 * at a time. What it is for beside the outputs is to learn every secret that the state holds.
 */
public final class StateReader {

  private final JsonFactory factory = PlanReader.factory();
  private final Consumer<String> secrets;

  /** Tells {@code secrets} each text that nobody may see, so that nothing prints it. */
  public StateReader(Consumer<String> secrets) {
    this.secrets = secrets;
  }

  /**
   * Reads the state to its end.
   *
   * @param name what messages call the document
   * @param json the document; it is not closed
   * @throws FailureException if this is no state, or one of a format that is not known
   */
  public StateContent read(String name, InputStream json) {
    try (JsonParser in = factory.createParser(json)) {
      return new StateDocument(in, new Masking(factory, secrets)).read();
    } catch (JsonProcessingException e) {
      // The library's own message may quote the document, and with it a secret.
      throw failure(name, "is not JSON as terraform writes it: " + PlanReader.place(e), e);
    } catch (IOException e) {
      throw failure(name, "can't be read: " + e.getMessage(), e);
    }
  }

  private static FailureException failure(String name, String what, Exception cause) {
    var problem = Problem.error("plan-unreadable", "'" + name + "' " + what, Location.ofFile(name));
    return new FailureException(problem, ExitCode.FAILED, cause);
  }
}
