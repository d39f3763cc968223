/**
 * A plan as it is put away, approved and applied: the binary file of terraform, its masked JSON,
 * and what both were made from.
 */
@NullMarked
package com.cashtrace.infra.bundle;

import org.jspecify.annotations.NullMarked;
