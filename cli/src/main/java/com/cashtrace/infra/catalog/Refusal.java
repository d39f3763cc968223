package com.cashtrace.infra.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Something that AWS refuses although a plan accepts it.
 *
 * @param name short name
 * @param title what AWS refuses
 * @param code of the problem that holds it off, or null if a module is built so that it can't
 *     happen
 * @param how what we do about it
 * @param source where AWS, or somebody whom it happened to, says so
 */
public record Refusal(
    String name, String title, @Nullable String code, String how, String source) {}
