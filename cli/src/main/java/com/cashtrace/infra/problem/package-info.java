/** What can be wrong, where, and how bad it is: plain values that every other package may use. */
@NullMarked
package com.cashtrace.infra.problem;

import org.jspecify.annotations.NullMarked;
