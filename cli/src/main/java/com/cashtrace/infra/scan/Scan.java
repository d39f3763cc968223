package com.cashtrace.infra.scan;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.residency.Holding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from the JSON of any plan or state where data is and goes. The document is read once,
 * as a stream; what is kept of it grows with the number of resources, not with their size.
 */
public final class Scan {

  /** Deeper than any resource nests, and far from the end of the stack. */
  private static final int DEEPEST = 500;

  private final Knowledge knowledge;
  private final JsonFactory factory =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          // keys are the user's: a table of the whole process is no place for them
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  /** Looks things up in the given catalogues. */
  public Scan(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Reads a document to its end.
   *
   * @param json the document; it is not closed
   * @throws com.cashtrace.infra.problem.FailureException if it is no plan and no state, or one of a
   *     format that is not known
   */
  public ScanResult scan(InputStream json, ScanOptions options) {
    return scan(json, options, false);
  }

  /**
   * Reads a refresh-only plan to its end for the state that it found: what is really there.
   *
   * @param json the document; it is not closed
   * @throws com.cashtrace.infra.problem.FailureException as {@link #scan} does
   */
  public ScanResult live(InputStream json, ScanOptions options) {
    return scan(json, options, true);
  }

  private ScanResult scan(InputStream json, ScanOptions options, boolean live) {
    Trouble trouble = new Trouble(options.name());
    try (Cursor in = new Cursor(parser(json), trouble)) {
      return result(new DocumentReader(in, knowledge, live).read(), options);
    } catch (IOException e) {
      throw trouble.broken(e);
    }
  }

  private JsonParser parser(InputStream json) throws IOException {
    return factory.createParser(json);
  }

  private ScanResult result(Facts facts, ScanOptions options) {
    Index index = new Index(facts);
    References references = new References(facts.variables());
    String environment = environment(facts);
    DeclaredModules declared =
        environment == null ? null : options.specs().apply(environment).orElse(null);
    Classes classes = new Classes(facts, index, references, declared, options.classes());
    Finder finder = new Finder(facts, index, references, knowledge);
    List<Holding> holdings = new ArrayList<>();
    Location file = Location.ofFile(options.name());
    Surroundings around = new Surroundings(facts, finder.placing(), file);
    List<Held> sorted = new ArrayList<>(facts.resources().values());
    sorted.sort(Comparator.comparing(Held::address));
    for (Held held : sorted) {
      DeclaredComponent of = declared == null ? null : declared.of(held.bare());
      Location line = of == null ? null : of.location();
      var found =
          new ResourceHoldings(
              held, classes.of(held), of == null ? null : of.name(), line == null ? file : line);
      finder.find(found);
      holdings.addAll(found.all());
      around.tell(held, found.all());
    }
    holdings.addAll(around.find());
    return new ScanResult(
        facts.isPlan() ? ScanResult.Kind.PLAN : ScanResult.Kind.STATE,
        facts.formatVersion(),
        facts.terraformVersion(),
        facts.resources().size(),
        declared == null ? null : environment,
        holdings,
        List.of());
  }

  /** The environment that the resources are tagged with, if this program made them. */
  private static @Nullable String environment(Facts facts) {
    for (Held held : facts.resources().values()) {
      if ("cashtrace-infra".equals(held.self(Shape.Self.MADE_BY))) {
        return held.self(Shape.Self.ENVIRONMENT);
      }
    }
    return null;
  }
}
