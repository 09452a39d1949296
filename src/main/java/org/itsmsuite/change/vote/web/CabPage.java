package org.itsmsuite.change.vote.web;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.change.vote.Agenda;
import org.itsmsuite.change.vote.AgendaItem;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Presence;
import org.itsmsuite.change.vote.Sitting;
import org.itsmsuite.change.vote.Sittings;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.deputy.AbsenceStore;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.RefusedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A board around one table: its agenda, who attends, votes on many changes, the minutes. */
@Controller
@RequestMapping("/cab")
class CabPage {

  private static final int PAST = 10;
  private static final String PREFIX = "presence-";

  private final Sittings sittings;
  private final ManyVotes many;
  private final ChangeAccess access;
  private final AbsenceStore absences;
  private final CurrentUser user;
  private final PageWords words;
  private final CabWords cabWords;
  private final Clock time;

  CabPage(
      Sittings sittings,
      ManyVotes many,
      ChangeAccess access,
      AbsenceStore absences,
      CurrentUser user,
      PageWords words,
      CabWords cabWords,
      Clock time) {
    this.sittings = sittings;
    this.many = many;
    this.access = access;
    this.absences = absences;
    this.user = user;
    this.words = words;
    this.cabWords = cabWords;
    this.time = time;
  }

  record Option(String id, String name) {}

  record Row(
      String number,
      String title,
      String service,
      String category,
      String risk,
      ZonedDateTime from,
      ZonedDateTime dueAt,
      long cast,
      int quorum,
      int seats,
      List<String> ballots,
      String mine) {}

  record Attendee(String account, String presence) {}

  record Past(String id, ZonedDateTime openedAt, ZonedDateTime closedAt) {}

  /**
   * @param board the first of the file if it is left out
   */
  @GetMapping
  String show(
      @RequestParam(required = false) String board,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Model model) {
    CabApi.requireReader(access);
    String shown = board == null || board.isBlank() ? sittings.boards().get(0) : board;
    Agenda agenda = sittings.agenda(shown, CabApi.page(page), CabApi.size(size));
    model.addAttribute("board", shown);
    model.addAttribute("boardName", CabWords.board(shown));
    model.addAttribute(
        "boards",
        sittings.boards().stream().map(one -> new Option(one, CabWords.board(one))).toList());
    model.addAttribute("rows", agenda.items().stream().map(this::row).toList());
    model.addAttribute("total", agenda.total());
    model.addAttribute("page", CabApi.page(page));
    model.addAttribute("size", CabApi.size(size));
    model.addAttribute("more", (CabApi.page(page) + 1L) * CabApi.size(size) < agenda.total());
    model.addAttribute("choices", options(Choice.values()));
    model.addAttribute("zone", words.zone().getId());
    sitting(shown, model);
    return "change/cab";
  }

  private void sitting(String board, Model model) {
    Sitting open = sittings.current(board).orElse(null);
    Map<String, Presence> attendance = open == null ? Map.of() : sittings.attendance(open);
    boolean leads = sittings.mayLead(board);
    model.addAttribute("leads", leads);
    model.addAttribute("sitting", open == null ? null : open.id().toString());
    model.addAttribute("openedAt", open == null ? null : words.time(open.openedAt()));
    model.addAttribute(
        "attendees",
        open == null
            ? List.of()
            : sittings.members(board).stream()
                .map(
                    one ->
                        new Attendee(
                            one, attendance.containsKey(one) ? attendance.get(one).name() : ""))
                .toList());
    model.addAttribute("presences", options(Presence.values()));
    model.addAttribute("voters", voters(leads, attendance));
    model.addAttribute(
        "past",
        sittings.of(board, 0, PAST).stream()
            .filter(one -> !one.isOpen())
            .map(
                one ->
                    new Past(
                        one.id().toString(),
                        words.time(one.openedAt()),
                        words.time(one.closedAt())))
            .toList());
  }

  /** Whose votes the person may cast here, besides their own. */
  private List<Option> voters(boolean leads, Map<String, Presence> attendance) {
    List<Option> voters = new ArrayList<>();
    String me = user.actor().id();
    absences.inWhichStandsIn(me, time.instant()).stream()
        .filter(one -> one.isInForce(time.instant()))
        .map(one -> one.account())
        .distinct()
        .forEach(one -> voters.add(new Option("deputy:" + one, "for " + one + ", as deputy")));
    if (leads) {
      attendance.forEach(
          (account, presence) -> {
            if (presence.isAttending() && !account.equals(me)) {
              voters.add(new Option("chair:" + account, account + ", recorded by the chair"));
            }
          });
    }
    return voters;
  }

  private Row row(AgendaItem item) {
    return new Row(
        item.change(),
        item.title(),
        words.service(item.service()),
        item.category() == null ? null : Labels.of(item.category()),
        item.risk() == null ? null : Labels.of(item.risk()),
        item.window() == null ? null : words.time(item.window().from()),
        words.time(item.dueAt()),
        item.cast(),
        item.quorum(),
        item.seats().size(),
        item.seats().stream().map(CabPage::ballot).toList(),
        item.seat(user.actor().id())
            .map(one -> one.hasVoted() ? CabWords.choice(one.choice()) : "not yet")
            .orElse(null));
  }

  private static String ballot(AgendaItem.Seat seat) {
    return seat.hasVoted()
        ? CabWords.who(seat.account(), seat.how(), seat.castBy())
            + ": "
            + CabWords.choice(seat.choice())
            + (seat.reason() == null ? "" : ", " + seat.reason())
        : seat.account() + ": not yet";
  }

  private static List<Option> options(Enum<?>[] values) {
    List<Option> options = new ArrayList<>();
    for (Enum<?> one : values) {
      options.add(new Option(one.name(), Labels.of(one)));
    }
    return options;
  }

  /** The three fields of each row come in the order of the rows. */
  @PostMapping("/votes")
  String vote(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
    String board = sent.getFirst("board");
    try {
      List<ManyVotes.Result> results = many.cast(votes(sent));
      long done = results.stream().filter(ManyVotes.Result::done).count();
      flash.addFlashAttribute("message", "Voted on " + done + " of " + results.size() + ".");
      flash.addFlashAttribute("notDone", results.stream().filter(one -> !one.done()).toList());
    } catch (Refusal refusal) {
      RefusedForm.tellNext(flash, refusal);
    }
    return back(board, flash);
  }

  private static VotesBody votes(MultiValueMap<String, String> sent) {
    List<String> numbers = sent.getOrDefault("number", List.of());
    List<String> choices = sent.getOrDefault("choice", List.of());
    List<String> reasons = sent.getOrDefault("reason", List.of());
    List<VotesBody.One> votes = new ArrayList<>();
    for (int i = 0; i < numbers.size() && i < choices.size() && i < reasons.size(); i++) {
      if (!choices.get(i).isBlank()) {
        votes.add(new VotesBody.One(numbers.get(i), choices.get(i), reasons.get(i)));
      }
    }
    String voter = sent.getFirst("voter");
    boolean recorded = voter != null && voter.startsWith("chair:");
    String account = voter == null ? null : voter.replaceFirst("^(chair|deputy):", "");
    return new VotesBody(account, recorded, votes);
  }

  @PostMapping("/sittings")
  String open(@RequestParam(required = false) String board, RedirectAttributes flash) {
    return doing(board, flash, "The sitting is open.", () -> sittings.open(board));
  }

  @PostMapping("/sittings/{sitting}/attendance")
  String attend(
      @PathVariable UUID sitting,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes flash) {
    Map<String, String> attendance = new LinkedHashMap<>();
    sent.toSingleValueMap()
        .forEach(
            (field, value) -> {
              if (field.startsWith(PREFIX)) {
                attendance.put(field.substring(PREFIX.length()), value);
              }
            });
    return doing(
        board(sitting),
        flash,
        "Attendance is noted.",
        () -> sittings.attend(sitting, CabApi.attendance(attendance)));
  }

  @PostMapping("/sittings/{sitting}/notes")
  String note(
      @PathVariable UUID sitting,
      @RequestParam(required = false) String change,
      @RequestParam(required = false) String said,
      RedirectAttributes flash) {
    return doing(
        board(sitting),
        flash,
        "It stands in the minutes.",
        () -> sittings.note(sitting, CabApi.required("change", change), CabApi.said(said)));
  }

  @PostMapping("/sittings/{sitting}/close")
  String close(
      @PathVariable UUID sitting,
      @RequestParam(required = false) String remarks,
      RedirectAttributes flash) {
    try {
      sittings.close(sitting, CabApi.remarks(remarks));
      flash.addFlashAttribute("message", "The sitting is closed; these are its minutes.");
      return "redirect:/cab/sittings/" + sitting;
    } catch (Refusal refusal) {
      RefusedForm.tellNext(flash, refusal);
      return back(board(sitting), flash);
    }
  }

  private String board(UUID sitting) {
    return sittings.find(sitting).board();
  }

  private String doing(String board, RedirectAttributes flash, String message, Runnable what) {
    try {
      what.run();
      flash.addFlashAttribute("message", message);
    } catch (Refusal refusal) {
      RefusedForm.tellNext(flash, refusal);
    }
    return back(board, flash);
  }

  /** What comes from outside is only led back to if it is a board of ours. */
  private String back(String board, RedirectAttributes redirect) {
    if (board != null && sittings.boards().contains(board)) {
      redirect.addAttribute("board", board);
    }
    return "redirect:/cab";
  }

  /** The minutes, to be read or printed. */
  @GetMapping("/sittings/{sitting}")
  String minutes(@PathVariable UUID sitting, Model model) {
    CabApi.requireReader(access);
    Sitting one = sittings.find(sitting);
    model.addAttribute("board", one.board());
    model.addAttribute("boardName", CabWords.board(one.board()));
    model.addAttribute("sitting", one.id().toString());
    model.addAttribute(
        "minutes", cabWords.minutes(one, sittings.attendance(one), sittings.proceedings(one)));
    return "change/minutes";
  }
}
