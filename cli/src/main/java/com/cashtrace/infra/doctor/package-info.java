/** Is this machine ready, and what on it would change what the program does. */
@NullMarked
package com.cashtrace.infra.doctor;

import org.jspecify.annotations.NullMarked;
