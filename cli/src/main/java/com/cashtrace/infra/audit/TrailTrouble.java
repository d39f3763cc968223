package com.cashtrace.infra.audit;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;

/**
 * What can be wrong with a trail, in words; the same whether a writer meets it, who then writes
 * nothing, or a verification.
 *
 * @param files the trail
 */
record TrailTrouble(TrailFiles files) {

  private static final String TAMPERED =
      "export the trail and compare it with an earlier export; see who wrote to the bucket in"
          + " CloudTrail";

  Problem malformed(String name, Malformed cause) {
    return error("audit-file-malformed", name, "this file is not of a trail: " + cause.getMessage())
        .withHint(TAMPERED);
  }

  Problem headForged() {
    return error(
            "audit-head-forged",
            TrailNames.HEAD,
            "the head is not signed by the environment's key: it was changed, or the trail was"
                + " rewritten")
        .withHint(TAMPERED);
  }

  Problem headBehind(long head) {
    return error(
            "audit-head-behind",
            TrailNames.HEAD,
            "the head names record " + head + ", but there are records far behind it")
        .withHint("the head was put back or removed; its former versions are in the bucket");
  }

  Problem keyDiffers(String name, String expected, String found) {
    return error(
            "audit-key-differs",
            name,
            "the key has the fingerprint '" + found + "', not '" + expected + "'")
        .withHint("the trail belongs to another key, or was rewritten and signed by one");
  }

  Problem environmentDiffers(String name, String expected, String found) {
    return error(
        "audit-other-environment",
        name,
        "this belongs to the trail of '" + found + "', not of '" + expected + "'");
  }

  Problem misplaced(String name, long found) {
    return error("audit-record-misplaced", name, "this file holds record '" + found + "'")
        .withHint(TAMPERED);
  }

  Problem changed(String name) {
    return error(
            "audit-record-changed",
            name,
            "this record is not what its writer signed: it was changed, or made by somebody"
                + " without the key")
        .withHint(TAMPERED);
  }

  Problem relinked(String name, String before) {
    return error("audit-chain-broken", name, "this is not linked to " + before)
        .withHint(
            "one of the two was taken from elsewhere, or written again by a holder of the key");
  }

  Problem headDiffers(long number) {
    return error(
            "audit-chain-broken",
            TrailNames.record(number),
            "the head names another record " + number + " than this one")
        .withHint("it was taken from elsewhere, or written again by a holder of the key");
  }

  Problem headMissing(long last) {
    return error(
            "audit-head-missing",
            TrailNames.HEAD,
            "there is no head, although there are records up to " + last)
        .withHint("without it nobody can tell whether records are cut off at the end");
  }

  Problem missing(long from, long to) {
    boolean one = from == to;
    return error(
            "audit-record-missing",
            TrailNames.record(from),
            one
                ? "record " + from + " is missing"
                : "records " + from + " to " + to + " are missing")
        .withHint(TAMPERED);
  }

  Problem tailCut(long last, long head) {
    return error(
            "audit-tail-cut",
            TrailNames.HEAD,
            "the head names record " + head + ", but the last one here is " + last)
        .withHint("records were removed at the end, or not all were copied");
  }

  Problem rolledBack(Receipt expected, long last) {
    return error(
            "audit-tail-cut",
            TrailNames.HEAD,
            "this trail ends at record " + last + ", but has had record '" + expected + "'")
        .withHint("records and head were put back, or this is an older copy");
  }

  Problem replaced(Receipt expected, String found) {
    return error(
            "audit-record-replaced",
            TrailNames.record(expected.sequence()),
            "this record has the digest '" + found + "', but has had '" + expected.digest() + "'")
        .withHint("the trail was written again by a holder of the key");
  }

  Problem unsealed(long number) {
    return new Problem(
        Severity.WARNING,
        "audit-record-unsealed",
        "record " + number + " awaits the head: its writer is at work, or was killed",
        Location.ofFile(files.place(TrailNames.record(number))),
        "the next command that records something moves the head");
  }

  Problem foreign(String name) {
    return error("audit-file-foreign", name, "no trail has a file of this name")
        .withHint("a forked or copied record, or something that somebody else put there");
  }

  Problem doubled(String name) {
    return error("audit-record-forked", name, "there is more than one file of this name")
        .withHint("only one of them was written by a command; see which digest the next one names");
  }

  Problem hidden(String name) {
    return error("audit-file-hidden", name, "this file was deleted: a delete marker is on record")
        .withHint("remove the marker to see the file; CloudTrail tells who put it there");
  }

  Problem covered(String name) {
    return error("audit-record-covered", name, "this file was written over; it has older versions")
        .withHint("the oldest version is the one that a command wrote");
  }

  Problem empty() {
    return Problem.error(
            "audit-trail-missing",
            "there is no trail here: neither a head nor a record",
            Location.ofFile(files.place("")))
        .withHint("has anything been recorded yet? a trail that was there must not disappear");
  }

  Problem keyMissing() {
    return error("audit-key-missing", TrailNames.KEY, "the public key is missing")
        .withHint("name one with --public-key, as 'aws kms get-public-key' or an export has it");
  }

  private Problem error(String code, String name, String message) {
    return Problem.error(code, message, Location.ofFile(files.place(name)));
  }
}
