/**
 * The trail of what was done to an environment: signed records in a chain, and a signed head.
 *
 * <p><b>Files.</b> Record N is {@code records/NNNNNNNNNN.jsonl}: a line of canonical JSON and a
 * line with a signature over it. It names the SHA-256 of the whole file of record N-1. {@code
 * head.jsonl} has the same form and names the last record's number and digest. {@code
 * public-key.pem} lies beside them. All signatures are by one key of the environment, each over a
 * line that says what is signed ({@link com.cashtrace.infra.audit.Domain}) and the text.
 *
 * <p><b>Writing.</b> A writer reads and verifies the head, which stands at N. It
 *
 * <ol>
 *   <li>writes record N+1 under its name if nothing has that name yet;
 *   <li>replaces the head by one that names N+1, if the head is still the one that it read.
 * </ol>
 *
 * <p>A number can be taken once only, so two writers never fork the trail: the one that comes
 * second finds the name taken. It does not know whether the first was killed before its second step
 * or is about to take it, and need not: it takes the step itself, with the record of the other, and
 * starts over. Before it does so it checks that record's signature, link, number and environment;
 * what somebody without the key put there stops every writer until a person has looked at it.
 * Whoever loses the race for the head looks whether the head has passed its record, which is all it
 * wanted.
 *
 * <p>So there is at most one record behind the head. A writer may be killed
 *
 * <ul>
 *   <li>before the record is written: the trail is as it was;
 *   <li>between record and head: the trail verifies with a note that its last record awaits the
 *       head, and the next writer moves the head;
 *   <li>after that: the record is in.
 * </ul>
 *
 * <p>Two or more records behind the head never come about this way: then the head was put back or
 * removed, and every writer refuses. An answer of the store that gets lost does no harm either: a
 * record that is already there byte by byte is the writer's own, as each holds a number of chance.
 */
@NullMarked
package com.cashtrace.infra.audit;

import org.jspecify.annotations.NullMarked;
