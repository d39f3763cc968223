package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the expressions of a configuration: constants, and what the others refer to. */
final class ConstantReader {

  /** The one block whose arguments stand one step deeper. */
  private static final String PROVISIONER = "provisioner[]";

  private final Cursor in;
  private final Pool pool = new Pool();
  private final ValueReader values;
  private final TextMemo places;

  ConstantReader(Cursor in, ValueReader values, TextMemo places) {
    this.in = in;
    this.values = values;
    this.places = places;
  }

  /** The places that the texts of a constant name; none where there is no constant. */
  List<Mention> places(Expression expression) {
    Texts constant = expression.constant();
    return constant == null
        ? List.of()
        : constant.values().stream().flatMap(text -> places.in(text).stream()).toList();
  }

  /** Reads one expression; blocks are read as one expression that has all that is in them. */
  Expression expression() throws IOException {
    List<String> references = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    collect(references, texts);
    boolean constant = references.isEmpty() && !texts.isEmpty();
    return new Expression(references, constant ? new Texts(texts, texts.size() == 1) : null);
  }

  private void collect(List<String> references, List<String> texts) throws IOException {
    if (in.token() == JsonToken.START_ARRAY) {
      in.eachElement(() -> collect(references, texts));
      return;
    }
    in.eachKey(
        key -> {
          switch (key) {
            case "references" -> in.eachElement(() -> references.add(in.text()));
            case "constant_value" -> texts.addAll(Texts.read(in).values());
            default -> collect(references, texts);
          }
        });
  }

  /** Reads the arguments of a resource. */
  void arguments(ConfigResource resource) throws IOException {
    Shape root = values.root(resource.type());
    in.eachKey(name -> step(resource, root, name));
  }

  /** Lets a resource share what it has in common with others; nothing may be added to it then. */
  void share(ConfigResource resource) {
    resource.share(pool);
  }

  /** Reads what runs on the machine of whoever applies, or on the new resource. */
  void provisioners(ConfigResource resource) throws IOException {
    Shape shape = values.root(resource.type()).child("provisioner");
    values.steps().enter("provisioner");
    list(resource, shape);
    values.steps().leave();
  }

  private void step(ConfigResource resource, Shape above, String name) throws IOException {
    values.steps().enter(name);
    argument(resource, above.child(name));
    values.steps().leave();
  }

  private void argument(ConfigResource resource, Shape shape) throws IOException {
    if (in.token() == JsonToken.START_ARRAY) {
      list(resource, shape);
    } else if (in.token() == JsonToken.START_OBJECT) {
      object(resource, shape);
    }
  }

  private void list(ConfigResource resource, Shape shape) throws IOException {
    int[] index = {0};
    resource.block(shape.element().path());
    in.eachElement(
        () -> {
          values.steps().enter(index[0]++);
          argument(resource, shape.element());
          values.steps().leave();
        });
  }

  /** An expression, or a block: the two look alike but for their keys. */
  private void object(ConfigResource resource, Shape shape) throws IOException {
    List<String> references = new ArrayList<>();
    boolean expression = true;
    @Nullable String key = in.nextKey();
    for (; key != null; key = in.nextKey()) {
      in.next();
      switch (key) {
        case "references" -> in.eachElement(() -> references.add(in.text()));
        case "constant_value" -> values.value(shape, resource.constants());
        default -> {
          expression = false;
          if (key.equals("expressions") && shape.path().equals(PROVISIONER)) {
            in.eachKey(name -> step(resource, shape, name));
          } else {
            step(resource, shape, key);
          }
        }
      }
    }
    if (expression) {
      resource.set(shape.path(), pool.same(new Expression(references, null)));
    }
  }
}
