package com.cashtrace.infra.render;

/**
 * HCL that is printed as it stands: references, calls and the paths that stand in comments. Made of
 * words of ours and of keys that the schema admits, never of a free text of the spec.
 *
 * @param text the HCL
 */
record Expression(String text) {

  /** The value that stands for "not given". */
  static final Expression NULL = new Expression("null");

  /** An attribute of a module, such as {@code module.network.vpc_id}. */
  static Expression output(String module, String name) {
    return new Expression("module." + module + "." + name);
  }

  /** The element of a map output, such as {@code module.encryption.key_arns["logs"]}. */
  static Expression output(String module, String name, String key) {
    return new Expression("module." + module + "." + name + "[" + HclText.quoted(key) + "]");
  }

  /** A string in which this expression is followed by a fixed text. */
  Expression followedBy(String suffix) {
    String rest = HclText.quoted(suffix);
    return new Expression("\"${" + text + "}" + rest.substring(1));
  }

  /** A call of a function with this expression as its last argument. */
  Expression in(String call) {
    return new Expression(call + text + ")");
  }

  @Override
  public String toString() {
    return text;
  }
}
