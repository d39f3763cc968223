/** Where data may be: profiles, transfers, waivers, and the judgement of what is where. */
@NullMarked
package com.cashtrace.infra.residency;

import org.jspecify.annotations.NullMarked;
