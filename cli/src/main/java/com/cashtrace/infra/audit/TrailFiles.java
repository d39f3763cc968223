package com.cashtrace.infra.audit;

import java.util.List;
import java.util.Optional;

/** The files of one trail, to be read: in S3, in a folder that was copied from there, in a zip. */
public interface TrailFiles {

  /** The names of all files, with forward slashes, in any order. */
  List<String> names();

  /**
   * The bytes of a file, or nothing if there is none of that name. Of a file that is longer than
   * any of this program's, only so much is read that its length tells.
   */
  Optional<byte[]> read(String name);

  /** The place of a file as a person would open it. */
  String place(String name);

  /** How many files are best read at once. */
  int parallelism();
}
