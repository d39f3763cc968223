package com.cashtrace.infra.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an argument is set to in the configuration, as far as a plan tells.
 *
 * @param references what it refers to, such as {@code aws_s3_bucket.b.arn}
 * @param constant its texts if it is constant, else null
 */
record Expression(List<String> references, @Nullable Texts constant) {

  /** One that is made of nothing that a plan tells. */
  static final Expression OPAQUE = new Expression(List.of(), null);

  /** Copies the references. */
  Expression {
    references = List.copyOf(references);
  }
}
