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

  /** Names of files of which a deletion is on record, where the place of the trail keeps one. */
  default List<String> hidden() {
    return List.of();
  }

  /** Names of records that were written over, where the place of the trail remembers that. */
  default List<String> covered() {
    return List.of();
  }

  /** The place of a file as a person would open it. */
  String place(String name);

  /** How many files are best read at once. */
  int parallelism();
}
