package com.cashtrace.infra.environment;

import com.cashtrace.infra.document.Document;
import com.cashtrace.infra.document.SpecPath;
import com.cashtrace.infra.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One environment: its spec, checked by the schema, with every default filled in.
 *
 * @param name the file's name without its ending
 * @param document the merged spec, which knows the places of all values
 * @param tier what it is for
 * @param account where it is billed and who may act
 * @param state where Terraform's state lies
 * @param audit how the records of what was done to it are kept
 * @param plans what is asked of plans before they are applied
 * @param dns its domain
 * @param place its region and zones
 * @param residency what it says about where data may be
 * @param network its network
 * @param tags tags of everything in it
 * @param differs paths at which staging and production may differ, with the reason
 * @param services key to service, in the order of the spec; the other kinds likewise
 */
public record Environment(
    String name,
    Document document,
    Tier tier,
    Account account,
    State state,
    Audit audit,
    Plans plans,
    Dns dns,
    Place place,
    Residency residency,
    Network network,
    Map<String, String> tags,
    Map<SpecPath, String> differs,
    Map<String, Service> services,
    Map<String, Database> databases,
    Map<String, Cache> caches,
    Map<String, Bucket> buckets,
    Map<String, Secret> secrets,
    Map<String, ThirdParty> thirdParties) {

  /** Copies the maps, keeping their order. */
  public Environment {
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    differs = Collections.unmodifiableMap(new LinkedHashMap<>(differs));
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    databases = Collections.unmodifiableMap(new LinkedHashMap<>(databases));
    caches = Collections.unmodifiableMap(new LinkedHashMap<>(caches));
    buckets = Collections.unmodifiableMap(new LinkedHashMap<>(buckets));
    secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    thirdParties = Collections.unmodifiableMap(new LinkedHashMap<>(thirdParties));
  }

  /** All components, kind by kind, in the order of the spec. */
  public List<Component> components() {
    List<Component> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      all.addAll(components(kind).values());
    }
    return all;
  }

  /** The components that Terraform makes, in the same order. */
  public List<Component> made() {
    return components().stream()
        .filter(each -> each.identity().reference().kind().isMade())
        .toList();
  }

  /** Key to component of one kind. */
  public Map<String, ? extends Component> components(Kind kind) {
    return switch (kind) {
      case SERVICES -> services;
      case DATABASES -> databases;
      case CACHES -> caches;
      case BUCKETS -> buckets;
      case SECRETS -> secrets;
      case THIRD_PARTIES -> thirdParties;
    };
  }

  /** An error at the value of a path, or at the nearest thing above it that the spec has. */
  public Problem error(String code, SpecPath path, String message) {
    return Problem.error(code, message, document.locate(path));
  }

  /** An error at the key of a path instead of its value. */
  public Problem errorAtKey(String code, SpecPath path, String message) {
    return Problem.error(code, message, document.locateKey(path));
  }
}
