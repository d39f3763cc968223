package com.cashtrace.infra.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Renamed components are moved, adopted things imported. */
class AddressesTest {

  private static final Renderer RENDERER = SampleEnvironments.renderer();

  @Test
  void movesTheModuleOfARenamedComponentAndNothingAtAws() {
    String before = "databases: { main: { data: [personal] } }\n" + service("databases.main");
    String after =
        "databases: { primary: { renamedFrom: main, data: [personal] } }\n"
            + service("databases.primary");
    RenderedTree renamed = RENDERER.render(SampleEnvironments.with(after));
    assertThat(renamed.files().get("moved.tf"))
        .isEqualTo(
            """
            # databases.primary
            moved {
              from = module.databases_main
              to   = module.databases_primary
            }
            """);
    RenderedTree original = RENDERER.render(SampleEnvironments.with(before));
    assertThat(renamed.files().get("databases.tf").replace("primary", "main"))
        .isEqualTo(original.files().get("databases.tf"));
    assertThat(renamed.files().get("services.tf").replace("databases_primary", "databases_main"))
        .isEqualTo(original.files().get("services.tf"));
    assertThat(renamed.files().get("parameters.tf").replace("_primary", "_main"))
        .isEqualTo(original.files().get("parameters.tf"));
  }

  @Test
  void importsWhatIsAdoptedInTheOrderOfTheAddresses() {
    String imports =
        RENDERER
            .render(
                SampleEnvironments.with(
                    """
                    databases:
                      main:
                        data: [personal]
                        adopt:
                          aws_db_instance.this: legacy-2021
                          aws_db_instance.replica["${x}"]: legacy-r
                          aws_cloudwatch_log_group.this[0]: "/aws/\\"rds\\""
                    """))
            .files()
            .get("imports.tf");
    assertThat(imports)
        .isEqualTo(
            """
            # databases.main
            import {
              to = module.databases_main.aws_cloudwatch_log_group.this[0]
              id = "/aws/\\"rds\\""
            }

            # databases.main
            import {
              to = module.databases_main.aws_db_instance.replica["$${x}"]
              id = "legacy-r"
            }

            # databases.main
            import {
              to = module.databases_main.aws_db_instance.this
              id = "legacy-2021"
            }
            """);
  }

  @Test
  void rendersNoFileWhereNothingIsMovedOrImported() {
    assertThat(RENDERER.render(SampleEnvironments.with("")).files())
        .doesNotContainKeys("moved.tf", "imports.tf", "services.tf", "load_balancer.tf");
  }

  private static String service(String used) {
    return """
        services:
          api: { image: a/b, version: 1.0.0, handles: [public], uses: { %s: DB } }
        """
        .formatted(used);
  }
}
