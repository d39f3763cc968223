package com.cashtrace.infra.render;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import org.jspecify.annotations.Nullable;

/** The filter {@code hcl}, which every value of a template passes. */
final class HclFilter implements Filter {

  @Override
  public String getName() {
    return "hcl";
  }

  /**
   * Prints the value. jinjava hands in null for a name that it does not know, unknown tokens
   * forbidden or not, so null is refused; the null of HCL is {@link Expression#NULL}.
   */
  @Override
  public Object filter(@Nullable Object value, JinjavaInterpreter interpreter, String... args) {
    if (value == null) {
      throw new IllegalArgumentException("there is no such value");
    }
    return HclValue.print(value);
  }
}
