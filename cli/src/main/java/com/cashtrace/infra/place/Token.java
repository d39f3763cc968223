package com.cashtrace.infra.place;

/**
 * A part of a text that names a place.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param form how it names the place
 * @param where the place
 */
record Token(int start, int end, Mention.Form form, Whereabouts where) {}
