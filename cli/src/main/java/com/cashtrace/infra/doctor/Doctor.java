package com.cashtrace.infra.doctor;

import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.terraform.CliConfig;
import com.cashtrace.infra.terraform.LockFile;
import com.cashtrace.infra.terraform.LockedProvider;
import com.cashtrace.infra.terraform.TerraformOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at this machine, and changes nothing on it.
 *
 * @param options what the user said of terraform, and the environment variables
 * @param lockFile the lock file of every rendered root
 * @param scratch the folder below which roots are rendered and planned; it may be missing
 * @param runner runs terraform and git
 */
public record Doctor(
    TerraformOptions options, String lockFile, Path scratch, ProcessRunner runner) {

  /** Makes every check, also where an earlier one failed. */
  public Examination examine() {
    CliConfig config = CliConfig.of(options);
    List<Check> checks = new ArrayList<>();
    checks.add(java());
    List<LockedProvider> providers = LockFile.read(lockFile);
    checks.addAll(new TerraformChecks(options, config, providers, runner).all());
    checks.add(LockFileCheck.of(lockFile, providers));
    checks.add(new GitCheck(options, runner).make());
    checks.add(ScratchCheck.of(scratch));
    checks.addAll(new VariableChecks(options, config).all());
    return new Examination(checks);
  }

  private static Check java() {
    String version = System.getProperty("java.version");
    return JavaCheck.of(Runtime.Version.parse(version), System.getProperty("java.home"));
  }
}
