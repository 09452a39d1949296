package org.itsmsuite.engine.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.itsmsuite.engine.EngineClock;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.engine.TestEngine;
import org.itsmsuite.engine.TimerDates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FactsCycleCalendarTest {

  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

  private static TestEngine test;
  private final TreeSet<Instant> milestones = new TreeSet<>();
  private final List<String> asked = new ArrayList<>();

  @PublishedToModels
  public static class Clocks {
    @PublishedToModels
    public String milestones(String record) {
      return record + "/resolution";
    }
  }

  @BeforeAll
  static void start() {
    test = new TestEngine();
    test.beans.put("clocks", new Clocks());
    test.deploy(
        Bpmn.createExecutableProcess("clocked")
            .startEvent()
            .userTask("work")
            .boundaryEvent("milestone")
            .cancelActivity(false)
            .timerWithCycle("${clocks.milestones(execution.processBusinessKey)}")
            .endEvent()
            .done());
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @BeforeEach
  void setTheClock() {
    ClockUtil.setCurrentTime(Date.from(NINE));
    test.timerDates.add(
        new TimerDates() {
          @Override
          public boolean handles(String value) {
            return value.matches("[A-Z]+-\\d+/\\w+");
          }

          @Override
          public Instant nextAfter(String value, Instant now) {
            asked.add(value);
            Instant next = milestones.higher(now);
            return next == null ? REST : next;
          }
        });
  }

  @AfterEach
  void resetTheClock() {
    ClockUtil.reset();
    test.timerDates.clear();
  }

  private static List<Job> jobs(String record) {
    var instance =
        test.engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(record)
            .singleResult();
    return test
        .engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance.getId())
        .list()
        .stream()
        .sorted(Comparator.comparing(Job::getDuedate))
        .toList();
  }

  private static void begin(String record) {
    test.engine.getRuntimeService().startProcessInstanceByKey("clocked", record);
  }

  @Nested
  class AClockInAModel {

    @Test
    void isOneJobThatMovesFromMilestoneToMilestone() {
      milestones.add(NINE.plusSeconds(60));
      milestones.add(NINE.plusSeconds(120));
      begin("INC-000001");
      assertThat(jobs("INC-000001"))
          .singleElement()
          .returns(Date.from(NINE.plusSeconds(60)), Job::getDuedate);
      fireAt(NINE.plusSeconds(61), "INC-000001");
      assertThat(jobs("INC-000001"))
          .singleElement()
          .returns(Date.from(NINE.plusSeconds(120)), Job::getDuedate);
      fireAt(NINE.plusSeconds(125), "INC-000001");
      assertThat(jobs("INC-000001"))
          .singleElement()
          .returns(Date.from(TimerDates.REST), Job::getDuedate);
    }

    @Test
    void movesWhenItIsRecalculated() {
      milestones.add(NINE.plusSeconds(60));
      begin("INC-000002");
      milestones.clear();
      recalculate("INC-000002");
      assertThat(jobs("INC-000002").get(0).getDuedate()).isEqualTo(Date.from(TimerDates.REST));
      milestones.add(NINE.plusSeconds(30));
      recalculate("INC-000002");
      assertThat(jobs("INC-000002").get(0).getDuedate()).isEqualTo(Date.from(NINE.plusSeconds(30)));
    }

    @Test
    void mayBelongToARecordWhoseNumberBeginsWithR() {
      milestones.add(NINE.plusSeconds(60));
      milestones.add(NINE.plusSeconds(120));
      begin("REL-000001");
      fireAt(NINE.plusSeconds(61), "REL-000001");
      assertThat(jobs("REL-000001").get(0).getDuedate())
          .isEqualTo(Date.from(NINE.plusSeconds(120)));
      assertThat(asked).containsOnly("REL-000001/resolution");
    }

    private void recalculate(String record) {
      String job = jobs(record).get(0).getId();
      test.engine.getManagementService().recalculateJobDuedate(job, false);
    }

    private void fireAt(Instant time, String record) {
      ClockUtil.setCurrentTime(Date.from(time));
      test.engine.getManagementService().executeJob(jobs(record).get(0).getId());
    }
  }

  @Nested
  class PlainTimers {

    private final FactsCycleCalendar calendar = new FactsCycleCalendar(() -> test.timerDates);

    @Test
    void workAsEver() {
      assertThat(calendar.resolveDuedate("R3/PT1H")).isEqualTo(Date.from(NINE.plusSeconds(3600)));
      assertThat(calendar.resolveDuedate("0 30 * * * *"))
          .isEqualTo(Date.from(NINE.plusSeconds(1800)));
      assertThatThrownBy(() -> calendar.resolveDuedate("nonsense"))
          .hasMessageContaining("nonsense");
      assertThat(asked).isEmpty();
    }
  }

  @Nested
  class AFaultyAnswer {

    @Test
    void failsInsteadOfFiringWithoutEnd() {
      for (Instant wrong : new Instant[] {null, NINE, NINE.minusSeconds(1)}) {
        var faulty =
            new FactsCycleCalendar(
                () ->
                    List.of(
                        new TimerDates() {
                          @Override
                          public boolean handles(String value) {
                            return true;
                          }

                          @Override
                          public Instant nextAfter(String value, Instant now) {
                            return wrong;
                          }
                        }));
        assertThatThrownBy(() -> faulty.resolveDuedate("INC-000001/response"))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("INC-000001/response");
      }
    }
  }

  @Test
  void theSuitesClockShowsTheEnginesTime() {
    assertThat(new EngineClock().instant()).isEqualTo(NINE);
    assertThat(new EngineClock().getZone().getId()).isEqualTo("Z");
  }
}
