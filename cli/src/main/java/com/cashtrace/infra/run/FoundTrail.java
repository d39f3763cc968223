package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.TrailFiles;
import com.cashtrace.infra.audit.Trust;

/**
 * A trail that a word of the command line named.
 *
 * @param files the trail
 * @param trust what is known about it from elsewhere, also from KMS
 */
record FoundTrail(TrailFiles files, Trust trust) {}
