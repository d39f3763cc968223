package com.cashtrace.infra.run;

import com.cashtrace.infra.report.ResidencyChapter.Origin;
import com.cashtrace.infra.scan.ClassFile;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a plan or of a state that a report is made from.
 *
 * @param origin whether it is to be a plan or a state; null for whichever it is
 * @param json the document; it is not closed
 * @param name of the file without the folders above it, so that the same bytes give the same report
 * @param classes classes of data by address; null if nobody wrote them down
 * @param version of the state that it shows; null if nobody knows, since 'terraform show -json'
 *     tells neither serial nor lineage
 */
public record ResidencyDocument(
    @Nullable Origin origin,
    InputStream json,
    String name,
    @Nullable ClassFile classes,
    @Nullable Version version) {

  /** A version of a state, by its serial and its lineage. */
  public record Version(long serial, String lineage) {}

  /** A document from elsewhere, of which no version is known. */
  public static ResidencyDocument of(
      @Nullable Origin origin, InputStream json, String name, @Nullable ClassFile classes) {
    return new ResidencyDocument(origin, json, name, classes, null);
  }
}
