package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code configuration} of a plan. */
final class ConfigReader {

  private static final Set<String> REGION = Set.of("region", "location", "zone");

  private final Cursor in;
  private final Facts facts;
  private final ConstantReader constants;

  ConfigReader(Cursor in, Facts facts, ConstantReader constants) {
    this.in = in;
    this.facts = facts;
    this.constants = constants;
  }

  void read() throws IOException {
    in.eachKey(
        key -> {
          switch (key) {
            case "provider_config" -> in.eachKey(this::provider);
            case "root_module" -> module(facts.root());
            default -> in.skip();
          }
        });
  }

  private void provider(String key) throws IOException {
    Provider provider = new Provider();
    in.eachKey(
        field -> {
          switch (field) {
            case "name" -> provider.name = in.textOrNull();
            case "full_name" -> provider.source = in.textOrNull();
            case "module_address" -> provider.module = in.textOrNull();
            case "expressions" -> in.eachKey(argument -> argument(provider, argument));
            default -> in.skip();
          }
        });
    facts.providers().put(key, provider.setting(key));
  }

  private void argument(Provider provider, String argument) throws IOException {
    if (REGION.contains(argument)) {
      provider.region = constants.expression();
    } else {
      // default tags are seen at every resource that gets them
      Expression expression = constants.expression();
      if (!argument.equals("default_tags")) {
        constants.places(expression).forEach(m -> provider.mentions.putIfAbsent(m, argument));
      }
    }
  }

  private void module(ConfigModule module) throws IOException {
    in.eachKey(
        key -> {
          switch (key) {
            case "resources" -> in.eachElement(() -> resource(module));
            case "module_calls" -> in.eachKey(name -> call(module, name));
            case "outputs" -> in.eachKey(name -> output(module, name));
            case "variables" -> in.eachKey(name -> variable(module, name));
            default -> in.skip();
          }
        });
  }

  private void output(ConfigModule module, String name) throws IOException {
    in.eachKey(
        key -> {
          if (key.equals("expression")) {
            module.outputs().put(name, constants.expression());
          } else {
            in.skip();
          }
        });
  }

  private void variable(ConfigModule module, String name) throws IOException {
    in.eachKey(
        key -> {
          if (key.equals("default")) {
            module.defaults().put(name, new Expression(List.of(), Texts.read(in)));
          } else {
            in.skip();
          }
        });
  }

  private void call(ConfigModule parent, String name) throws IOException {
    ConfigCall call = ConfigCall.empty();
    String address = Address.in(parent.address(), "module." + name);
    ConfigModule module = ConfigModule.empty(address, parent, call);
    parent.children().put(name, module);
    in.eachKey(
        key -> {
          switch (key) {
            case "expressions" -> in.eachKey(argument -> argument(call, argument));
            case "for_each_expression", "count_expression" ->
                call.repeated().addAll(constants.expression().references());
            case "module" -> module(module);
            default -> in.skip();
          }
        });
  }

  private void argument(ConfigCall call, String argument) throws IOException {
    Expression expression = constants.expression();
    call.arguments().put(argument, expression);
    constants.places(expression).forEach(m -> call.mentions().putIfAbsent(m, argument));
  }

  private void resource(ConfigModule module) throws IOException {
    Current current = new Current();
    in.eachKey(
        key -> {
          switch (key) {
            case "address" -> current.begin(module, in.textOrNull());
            case "provider_config_key" -> current.resource(in).providerKey(in.text());
            case "expressions" -> constants.arguments(current.resource(in));
            case "provisioners" -> constants.provisioners(current.resource(in));
            case "for_each_expression", "count_expression" ->
                repeated(current.resource(in).repeated());
            default -> in.skip();
          }
        });
    ConfigResource read = current.resource;
    if (read != null) {
      constants.share(read);
      facts.configured().put(read.address(), read);
    }
  }

  private void repeated(Collection<String> references) throws IOException {
    references.addAll(constants.expression().references());
  }

  /** The provider that is being read. */
  private static final class Provider {

    private @Nullable String name;
    private @Nullable String source;
    private @Nullable String module;
    private @Nullable Expression region;
    private final Map<Mention, String> mentions = new LinkedHashMap<>();

    ProviderSetting setting(String key) {
      String known = source != null ? source : name != null ? name : "";
      return new ProviderSetting(key, known, module == null ? "" : module, region, mentions);
    }
  }

  /** The resource that is being read. */
  private static final class Current {

    private @Nullable ConfigResource resource;

    void begin(ConfigModule module, @Nullable String local) {
      if (local != null) {
        resource = new ConfigResource(module, local);
        module.resources().put(local, resource);
      }
    }

    ConfigResource resource(Cursor in) {
      if (resource == null) {
        throw in.trouble().foreign("has a resource that names no address before the rest", null);
      }
      return resource;
    }
  }
}
