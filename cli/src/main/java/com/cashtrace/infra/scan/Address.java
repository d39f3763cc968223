package com.cashtrace.infra.scan;

/** The text that names a resource, such as {@code module.a["k"].aws_s3_bucket.b[0]}. */
final class Address {

  private Address() {}

  /** Without the indexes of {@code for_each} and {@code count}: the name in the configuration. */
  static String bare(String address) {
    if (address.indexOf('[') < 0) {
      return address;
    }
    StringBuilder bare = new StringBuilder(address.length());
    int at = 0;
    while (at < address.length()) {
      if (address.charAt(at) == '[') {
        at = behindIndex(address, at + 1);
      } else {
        bare.append(address.charAt(at++));
      }
    }
    return bare.toString();
  }

  /** The end of the index whose bracket opens before {@code from}. */
  static int behindIndex(String address, int from) {
    boolean quoted = false;
    for (int i = from; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ']' && !quoted) {
        return i + 1;
      }
    }
    return address.length();
  }

  /** The type of the resource that a bare address names, or an empty text if it names none. */
  static String type(String bare) {
    int name = bare.lastIndexOf('.');
    if (name <= 0) {
      return "";
    }
    return bare.substring(bare.lastIndexOf('.', name - 1) + 1, name);
  }

  /** True if a bare address names a data source. */
  static boolean isData(String bare) {
    String module = module(bare);
    return bare.startsWith("data.", module.isEmpty() ? 0 : module.length() + 1);
  }

  /** The module that a bare address is in, such as {@code module.a.module.b}; empty in the root. */
  static String module(String bare) {
    int end = 0;
    while (bare.startsWith("module.", end)) {
      int name = bare.indexOf('.', end + "module.".length());
      if (name < 0) {
        return bare;
      }
      end = name + 1;
    }
    return end == 0 ? "" : bare.substring(0, end - 1);
  }

  /** The address of something in a module. */
  static String in(String module, String local) {
    return module.isEmpty() ? local : module + "." + local;
  }
}
