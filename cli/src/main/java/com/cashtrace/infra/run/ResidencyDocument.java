package com.cashtrace.infra.run;

import com.cashtrace.infra.report.ResidencyChapter.Origin;
import java.io.InputStream;

/**
 * The JSON of a plan or of a state that a report is made from.
 *
 * @param origin whether it is to be a plan or a state
 * @param json the document; it is not closed
 * @param name of the file without the folders above it, so that the same bytes give the same report
 */
public record ResidencyDocument(Origin origin, InputStream json, String name) {}
