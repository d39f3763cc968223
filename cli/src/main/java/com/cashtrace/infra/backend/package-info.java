/**
 * Where terraform's state lies at AWS: its bucket, its locks, its versions; home of the AWS SDK.
 */
@NullMarked
package com.cashtrace.infra.backend;

import org.jspecify.annotations.NullMarked;
