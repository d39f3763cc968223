/**
 * What is known of AWS and of this program's own findings, read from data: regions, sizes, names,
 * versions, kinds of problems.
 */
@NullMarked
package com.cashtrace.infra.catalog;

import org.jspecify.annotations.NullMarked;
