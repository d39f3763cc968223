package com.cashtrace.infra.doctor;

/** Is the virtual machine that runs this program one that it was made for. */
final class JavaCheck {

  private static final String NAME = "java";
  private static final int LEAST = 17;

  private JavaCheck() {}

  static Check of(Runtime.Version version, String home) {
    String detail = version + " in " + home;
    return version.feature() < LEAST
        ? Check.problem(NAME, detail, "install a JDK of version " + LEAST + " or later")
        : Check.ok(NAME, detail);
  }
}
