package org.itsmsuite.identity.process;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.refusal.RefusalSource;
import org.springframework.stereotype.Component;

/** The engine's own refusals, in words that name none of its inner things. */
@Component
class CamundaRefusals implements RefusalSource {

  @Override
  public Optional<Refusal> refusalFor(Throwable failure) {
    if (failure instanceof AuthorizationException) {
      return Optional.of(
          Refusal.forbidden("engine.forbidden", "Your groups do not permit this step."));
    }
    if (failure instanceof MismatchingMessageCorrelationException) {
      return Optional.of(
          Refusal.conflict(
              "engine.step-not-open",
              "The process is not at a point where this step is possible."));
    }
    if (failure instanceof BadUserRequestException) {
      return Optional.of(
          new Refusal(
              Refusal.Kind.INVALID,
              "engine.bad-request",
              "The process engine cannot make sense of this request.",
              java.util.List.of()));
    }
    return Optional.empty();
  }
}
