package org.itsmsuite.engine.release;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.ResourceReport;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.form.FormSchemaReader;
import org.itsmsuite.engine.model.DecisionLanguage;

/** One deployment per release of a bundle, under names that do not depend on where files lie. */
class BundleDeployment {

  private static final String SOURCE = "itsm-suite release";

  private final RepositoryService repository;

  BundleDeployment(RepositoryService repository) {
    this.repository = repository;
  }

  /** What the engine would not notice before somebody needs it. */
  void check(Bundle bundle) {
    bundle
        .files()
        .forEach(
            (name, bytes) -> {
              if (name.endsWith(".form")) {
                FormSchemaReader.check(name, bytes);
              } else if (name.endsWith(".dmn")) {
                DecisionLanguage.check(name, bytes);
              }
            });
  }

  /** The new deployment's id. */
  String deploy(Bundle bundle) {
    var deployment = repository.createDeployment().name(bundle.name()).source(SOURCE);
    bundle
        .files()
        .forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
    try {
      return EngineCalls.releasing(deployment::deploy).getId();
    } catch (ParseException faulty) {
      throw asContentException(faulty);
    }
  }

  private static RuntimeException asContentException(ParseException faulty) {
    for (ResourceReport report : faulty.getResorceReports()) {
      for (Problem problem : report.getErrors()) {
        String place =
            "line %d, column %d%s"
                .formatted(
                    problem.getLine(),
                    problem.getColumn(),
                    problem.getMainElementId() == null ? "" : ", " + problem.getMainElementId());
        String key = problem.getMessage().startsWith("model.code") ? "model.code" : "model.invalid";
        return new ContentException(key, report.getResourceName(), place, problem.getMessage());
      }
    }
    return faulty;
  }
}
