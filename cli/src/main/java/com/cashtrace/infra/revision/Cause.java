package com.cashtrace.infra.revision;

/**
 * Why a change touches an environment.
 *
 * @param kind what the file is to the environment
 * @param file the changed file, by its path below the top of the repository
 */
public record Cause(Kind kind, String file) {

  /** What a file is to an environment. */
  public enum Kind {
    SPEC("spec", "its spec"),
    EXTENDED("extended", "a file that its spec extends"),
    PROFILE("profile", "a residency profile that it is judged by"),
    SCHEMA("schema", "the schemas and catalogues"),
    TEMPLATE("template", "the templates of its provider"),
    MODULE("module", "a module that it uses"),
    LOCK_FILE("lock-file", "the lock file of its providers"),
    PROGRAM("program", "the program that renders and judges it"),
    REQUESTED("requested", "asked for");

    private final String word;
    private final String meaning;

    Kind(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    /** One word for programs. */
    public String word() {
      return word;
    }

    /** A few words for people. */
    public String meaning() {
      return meaning;
    }
  }
}
