package com.cashtrace.infra.modules;

import com.cashtrace.infra.GeneratedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One of the modules under {@code terraform-modules/aws}.
 *
 * @param folder where it stands
 */
record TerraformModule(Path folder) {

  private static final Path MODULES = GeneratedFile.repository().resolve("terraform-modules/aws");

  /** All modules, by name; to find none is no success. */
  static List<TerraformModule> all() {
    List<TerraformModule> modules =
        list(MODULES).filter(Files::isDirectory).map(TerraformModule::new).toList();
    if (modules.isEmpty()) {
      throw new IllegalStateException("no modules in " + MODULES);
    }
    return modules;
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** A file of the module as a path of the repository. */
  String path(String file) {
    return GeneratedFile.repository().relativize(folder.resolve(file)).toString();
  }

  ModuleReadme readme() {
    return ModuleReadme.of(folder.resolve("README.md"));
  }

  List<ModuleVariable> variables() {
    HclBlock file = file("variables.tf");
    file.requireOnly(Set.of(), Set.of("variable"));
    return file.blocks().stream().map(ModuleVariable::of).toList();
  }

  List<ModuleOutput> outputs() {
    HclBlock file = file("outputs.tf");
    file.requireOnly(Set.of(), Set.of("output"));
    return file.blocks().stream().map(ModuleOutput::of).toList();
  }

  HclBlock file(String name) {
    return HclReader.read(HclSource.of(folder.resolve(name)));
  }

  /** The files of the module itself, without its tests. */
  List<HclBlock> sources() {
    return read(list(folder).filter(file -> file.toString().endsWith(".tf")));
  }

  /** The files of its tests. */
  List<HclBlock> tests() {
    return read(list(folder.resolve("tests")).filter(f -> f.toString().endsWith(".tftest.hcl")));
  }

  private static List<HclBlock> read(Stream<Path> files) {
    return files.map(file -> HclReader.read(HclSource.of(file))).toList();
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
