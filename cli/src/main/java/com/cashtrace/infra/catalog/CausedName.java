package com.cashtrace.infra.catalog;

/**
 * A name that a component causes at AWS.
 *
 * @param limit what AWS takes
 * @param template the name, with {@code {name}} for the component's own
 * @param when in which case the component causes it
 */
public record CausedName(NameLimit limit, String template, NameCondition when) {

  private static final String HOLE = "{name}";

  /** The name that a component of this name causes. */
  public String of(String name) {
    return template.replace(HOLE, name);
  }

  /** Most characters that the component's own name may have. */
  public int room() {
    return limit.max() - (template.length() - HOLE.length());
  }
}
