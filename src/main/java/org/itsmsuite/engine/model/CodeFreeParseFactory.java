package org.itsmsuite.engine.model;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;

/** Reads process models only if {@link ModelCode} finds nothing in them. */
public class CodeFreeParseFactory implements BpmnParseFactory {

  @Override
  public BpmnParse createBpmnParse(BpmnParser parser) {
    return new CodeFreeParse(parser);
  }

  private static final class CodeFreeParse extends BpmnParse {

    CodeFreeParse(BpmnParser parser) {
      super(parser);
    }

    /** Before anything is made of the model, so that all findings are told at once. */
    @Override
    protected void parseRootElement() {
      for (ModelCode.Finding finding : ModelCode.in(rootElement)) {
        addError(finding.sentence(), finding.place(), finding.element());
      }
      if (!hasErrors()) {
        super.parseRootElement();
      }
    }
  }
}
