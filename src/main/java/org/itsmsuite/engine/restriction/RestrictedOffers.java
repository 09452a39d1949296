package org.itsmsuite.engine.restriction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.el.FixedValue;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.itsmsuite.engine.RecordAudience;

/**
 * Offers new tasks of a restricted record to those it concerns only, whomever the model names:
 * stands before the model's own assignee and candidates, in every model.
 */
public final class RestrictedOffers extends AbstractBpmnParseListener {

  private static final Expression NOBODY = new FixedValue(List.of());

  private final RecordAudience audience;

  public RestrictedOffers(RecordAudience audience) {
    this.audience = audience;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    Expression assignee = task.getAssigneeExpression();
    List<Expression> users = List.copyOf(task.getCandidateUserIdExpressions());
    List<Expression> groups = List.copyOf(task.getCandidateGroupIdExpressions());
    if (assignee != null) {
      task.setAssigneeExpression(
          new Reviewed(
              assignee,
              (record, run) ->
                  people(record).known(names(List.of(assignee), run)).stream()
                      .findFirst()
                      .orElse(null)));
    }
    replace(
        task.getCandidateUserIdExpressions(),
        users,
        (record, run) -> people(record).known(names(users, run)));
    replace(
        task.getCandidateGroupIdExpressions(),
        groups.isEmpty() ? List.of(NOBODY) : groups,
        (record, run) -> groups(record, run, assignee, users, groups));
  }

  /** Where nobody of those whom the model names may know of it, the record's own groups. */
  private List<String> groups(
      String record,
      VariableScope run,
      Expression assignee,
      List<Expression> users,
      List<Expression> groups) {
    List<String> known =
        names(groups, run).stream().filter(group -> audience.mayKnow(group, record)).toList();
    var accounts = new ArrayList<>(users);
    if (assignee != null) {
      accounts.add(assignee);
    }
    return known.isEmpty() && people(record).known(names(accounts, run)).isEmpty()
        ? audience.groups(record)
        : known;
  }

  private KnownPeople people(String record) {
    return new KnownPeople(audience, record);
  }

  private void replace(
      Set<Expression> all,
      List<Expression> originals,
      BiFunction<String, VariableScope, Object> instead) {
    all.clear();
    originals.stream()
        .skip(1)
        .map(original -> new Reviewed(original, (record, run) -> List.of()))
        .forEach(all::add);
    if (!originals.isEmpty()) {
      all.add(new Reviewed(originals.get(0), instead));
    }
  }

  /** Whom the expressions of a model name, at this place of a run. */
  static List<String> names(List<Expression> expressions, VariableScope run) {
    var names = new LinkedHashSet<String>();
    for (Expression expression : expressions) {
      Object value = expression.getValue(run);
      if (value instanceof Iterable<?> several) {
        several.forEach(one -> names.add(one.toString()));
      } else if (value != null) {
        Stream.of(value.toString().split(",")).map(String::strip).forEach(names::add);
      }
    }
    names.remove("");
    return List.copyOf(names);
  }

  /** What the model says, unless the record is restricted. */
  private final class Reviewed implements Expression {

    private final Expression original;
    private final transient BiFunction<String, VariableScope, Object> instead;

    Reviewed(Expression original, BiFunction<String, VariableScope, Object> instead) {
      this.original = original;
      this.instead = instead;
    }

    @Override
    public Object getValue(VariableScope run) {
      String record = record(run);
      return audience.isRestricted(record) ? instead.apply(record, run) : original.getValue(run);
    }

    private String record(VariableScope run) {
      return run instanceof TaskEntity task
          ? TaskRecord.of(task)
          : TaskRecord.of((ExecutionEntity) run);
    }

    @Override
    public void setValue(Object value, VariableScope run) {
      original.setValue(value, run);
    }

    @Override
    public String getExpressionText() {
      return original.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
      return original.isLiteralText();
    }
  }
}
