/** A rendered tree against the disk: what differs, and making it equal without touching more. */
@NullMarked
package com.cashtrace.infra.workspace;

import org.jspecify.annotations.NullMarked;
