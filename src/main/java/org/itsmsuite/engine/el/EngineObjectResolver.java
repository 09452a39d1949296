package org.itsmsuite.engine.el;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.joda.time.DateTime;

/**
 * The properties of {@code execution} and {@code task} that models read, and the arithmetic of
 * {@code dateTime()}.
 */
class EngineObjectResolver extends ReadOnlyResolver {

  private static final Map<String, Function<DelegateExecution, Object>> EXECUTION =
      Map.ofEntries(
          Map.entry("id", DelegateExecution::getId),
          Map.entry("processInstanceId", DelegateExecution::getProcessInstanceId),
          Map.entry("processDefinitionId", DelegateExecution::getProcessDefinitionId),
          Map.entry("processBusinessKey", DelegateExecution::getProcessBusinessKey),
          Map.entry("businessKey", DelegateExecution::getBusinessKey),
          Map.entry("parentId", DelegateExecution::getParentId),
          Map.entry("activityInstanceId", DelegateExecution::getActivityInstanceId),
          Map.entry("currentActivityId", DelegateExecution::getCurrentActivityId),
          Map.entry("currentActivityName", DelegateExecution::getCurrentActivityName),
          Map.entry("currentTransitionId", DelegateExecution::getCurrentTransitionId),
          Map.entry("eventName", DelegateExecution::getEventName));

  private static final Map<String, Function<DelegateTask, Object>> TASK =
      Map.ofEntries(
          Map.entry("id", DelegateTask::getId),
          Map.entry("name", DelegateTask::getName),
          Map.entry("description", DelegateTask::getDescription),
          Map.entry("priority", DelegateTask::getPriority),
          Map.entry("assignee", DelegateTask::getAssignee),
          Map.entry("owner", DelegateTask::getOwner),
          Map.entry("dueDate", DelegateTask::getDueDate),
          Map.entry("followUpDate", DelegateTask::getFollowUpDate),
          Map.entry("createTime", DelegateTask::getCreateTime),
          Map.entry("taskDefinitionKey", DelegateTask::getTaskDefinitionKey),
          Map.entry("executionId", DelegateTask::getExecutionId),
          Map.entry("processInstanceId", DelegateTask::getProcessInstanceId),
          Map.entry("processDefinitionId", DelegateTask::getProcessDefinitionId),
          Map.entry("eventName", DelegateTask::getEventName));

  private static final Pattern ARITHMETIC =
      Pattern.compile("(plus|minus)(Years|Months|Weeks|Days|Hours|Minutes|Seconds|Millis)");

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    // Tasks first: an entity may be both.
    if (base instanceof DelegateTask task && TASK.containsKey(property)) {
      context.setPropertyResolved(true);
      return TASK.get(property).apply(task);
    }
    if (base instanceof DelegateExecution execution && EXECUTION.containsKey(property)) {
      context.setPropertyResolved(true);
      return EXECUTION.get(property).apply(execution);
    }
    return null;
  }

  @Override
  public Object invoke(
      ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
    if (base instanceof DateTime time) {
      if (name.equals("toDate") && arguments.length == 0) {
        context.setPropertyResolved(true);
        return time.toDate();
      }
      if (name.equals("withTimeAtStartOfDay") && arguments.length == 0) {
        context.setPropertyResolved(true);
        return time.withTimeAtStartOfDay();
      }
      if (ARITHMETIC.matcher(name.toString()).matches()
          && arguments.length == 1
          && arguments[0] instanceof Number number) {
        context.setPropertyResolved(true);
        return calculate(time, name.toString(), Math.toIntExact(number.longValue()));
      }
    }
    return null;
  }

  private static DateTime calculate(DateTime time, String name, int given) {
    int amount = name.startsWith("minus") ? Math.negateExact(given) : given;
    return switch (name.replaceFirst("plus|minus", "")) {
      case "Years" -> time.plusYears(amount);
      case "Months" -> time.plusMonths(amount);
      case "Weeks" -> time.plusWeeks(amount);
      case "Days" -> time.plusDays(amount);
      case "Hours" -> time.plusHours(amount);
      case "Minutes" -> time.plusMinutes(amount);
      case "Seconds" -> time.plusSeconds(amount);
      default -> time.plusMillis(amount);
    };
  }
}
