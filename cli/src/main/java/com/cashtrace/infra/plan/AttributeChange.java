package com.cashtrace.infra.plan;

/**
 * One attribute that is not what it was.
 *
 * @param path keys and positions, parted by dots
 * @param before in words, for a person
 * @param after in words, for a person
 */
public record AttributeChange(String path, String before, String after) {}
