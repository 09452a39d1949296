package org.itsmsuite.change.vote.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.change.vote.Agenda;
import org.itsmsuite.change.vote.AgendaItem;
import org.itsmsuite.change.vote.Ballot;
import org.itsmsuite.change.vote.Presence;
import org.itsmsuite.change.vote.Proceeding;
import org.itsmsuite.change.vote.Sitting;
import org.itsmsuite.change.vote.Sittings;
import org.itsmsuite.change.vote.Vote;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.change.web.ChangeAccess;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.Texts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Votes on changes and sittings of boards, for programs. */
@RestController
class CabApi {

  static final int REMARKS = 10_000;
  static final int SAID = 2_000;
  static final int LARGEST_PAGE = 200;

  private final Sittings sittings;
  private final Votes votes;
  private final ManyVotes many;
  private final ChangeAccess access;
  private final CabWords words;

  CabApi(Sittings sittings, Votes votes, ManyVotes many, ChangeAccess access, CabWords words) {
    this.sittings = sittings;
    this.votes = votes;
    this.many = many;
    this.access = access;
    this.words = words;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BallotBody(
      String voter, String choice, String reason, String castBy, String how, Instant castAt) {

    static BallotBody of(Ballot one) {
      return new BallotBody(
          one.voter(), one.choice().name(), one.reason(), one.castBy(), one.how().name(), one.at());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VoteBody(
      int number,
      int step,
      String board,
      String rule,
      int quorum,
      List<String> members,
      Instant openedAt,
      Instant dueAt,
      Instant closedAt,
      String result,
      List<BallotBody> ballots) {}

  /** All votes on a change, the oldest first, with their ballots; replaced ones too. */
  @GetMapping("/api/changes/{number}/votes")
  List<VoteBody> votes(@PathVariable String number) {
    access.visible(number);
    return votes.of(number).stream().map(this::body).toList();
  }

  private VoteBody body(Vote vote) {
    return new VoteBody(
        vote.number(),
        vote.route().step(),
        vote.route().board(),
        vote.route().rule().kind().name(),
        vote.route().rule().quorum(),
        vote.members().stream().map(one -> one.account()).toList(),
        vote.openedAt(),
        vote.dueAt(),
        vote.closedAt(),
        vote.result() == null ? null : vote.result().name(),
        votes.ballots(vote).stream().map(BallotBody::of).toList());
  }

  /**
   * A ballot.
   *
   * @param voter null for whoever acts
   * @param recorded whether the chair records it
   */
  record Cast(String choice, String reason, String voter, Boolean recorded) {}

  /** Casts a ballot, or another in its place; answers with all votes. */
  @PostMapping("/api/changes/{number}/votes")
  List<VoteBody> cast(@PathVariable String number, @RequestBody Cast body) {
    access.visible(number);
    var texts = new Texts();
    var choice = VotesBody.choice(texts, "choice", body.choice());
    String reason = texts.requiredLines("reason", body.reason(), SAID);
    texts.verify();
    many.cast(number, body.voter(), choice, reason, Boolean.TRUE.equals(body.recorded()));
    return votes(number);
  }

  record Results(List<ManyVotes.Result> results) {}

  /** Answers 200 with a result for each; nothing is tried if the request itself is not valid. */
  @PostMapping("/api/cab/votes")
  Results cast(@RequestBody VotesBody body) {
    return new Results(many.cast(body));
  }

  /**
   * What a board has to vote on, what ends first on top.
   *
   * @param page from 0
   * @param size from 1 to 200
   */
  @GetMapping("/api/cab/agenda")
  AgendaBody agenda(
      @RequestParam String board,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    requireReader();
    Agenda agenda = sittings.agenda(board, page(page), size(size));
    return new AgendaBody(agenda.items(), agenda.total());
  }

  record AgendaBody(List<AgendaItem> changes, long total) {}

  static int page(int page) {
    return Math.max(0, Math.min(page, 10_000));
  }

  static int size(int size) {
    return Math.max(1, Math.min(size, LARGEST_PAGE));
  }

  record Opening(String board) {}

  /** Opens a sitting. */
  @PostMapping("/api/cab/sittings")
  ResponseEntity<SittingBody> open(@RequestBody Opening opening) {
    Sitting opened = sittings.open(opening.board());
    return ResponseEntity.created(URI.create("/api/cab/sittings/" + opened.id()))
        .body(body(opened));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SittingBody(
      UUID id,
      String board,
      String openedBy,
      Instant openedAt,
      String closedBy,
      Instant closedAt,
      String remarks,
      Map<String, Presence> attendance,
      List<ProceedingBody> changes) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProceedingBody(
      String number,
      String title,
      String said,
      String result,
      Instant endedAt,
      List<BallotBody> ballots) {

    static ProceedingBody of(Proceeding one) {
      return new ProceedingBody(
          one.change(),
          one.title(),
          one.said(),
          one.result() == null ? null : one.result().name(),
          one.endedAt(),
          one.ballots().stream().map(BallotBody::of).toList());
    }
  }

  @GetMapping("/api/cab/sittings/{sitting}")
  SittingBody sitting(@PathVariable UUID sitting) {
    requireReader();
    return body(sittings.find(sitting));
  }

  private SittingBody body(Sitting one) {
    return new SittingBody(
        one.id(),
        one.board(),
        one.openedBy(),
        one.openedAt(),
        one.closedBy(),
        one.closedAt(),
        one.remarks(),
        sittings.attendance(one),
        sittings.proceedings(one).stream().map(ProceedingBody::of).toList());
  }

  /**
   * @param attendance {@code HERE}, {@code BY_PHONE} or {@code EXCUSED} by account
   */
  record AttendanceBody(Map<String, String> attendance) {}

  @PostMapping("/api/cab/sittings/{sitting}/attendance")
  SittingBody attend(@PathVariable UUID sitting, @RequestBody AttendanceBody body) {
    sittings.attend(sitting, attendance(body.attendance() == null ? Map.of() : body.attendance()));
    return body(sittings.find(sitting));
  }

  /**
   * @param sent empty values are left out: nobody noted how they take part
   */
  static Map<String, Presence> attendance(Map<String, String> sent) {
    var texts = new Texts();
    Map<String, Presence> attendance = new LinkedHashMap<>();
    sent.forEach(
        (account, value) -> {
          String text = texts.optional("attendance", value, 20);
          if (text != null) {
            presence(texts, account, text, attendance);
          }
        });
    texts.verify();
    return attendance;
  }

  private static void presence(
      Texts texts, String account, String text, Map<String, Presence> attendance) {
    for (Presence one : Presence.values()) {
      if (one.name().equals(text)) {
        attendance.put(account, one);
        return;
      }
    }
    texts.wrong("attendance", "request.wrong-value", "One of HERE, BY_PHONE, EXCUSED is expected.");
  }

  record Note(String change, String said) {}

  @PostMapping("/api/cab/sittings/{sitting}/notes")
  SittingBody note(@PathVariable UUID sitting, @RequestBody Note note) {
    sittings.note(sitting, required("change", note.change()), said(note.said()));
    return body(sittings.find(sitting));
  }

  static String required(String field, String value) {
    var texts = new Texts();
    String text = texts.required(field, value, 32);
    texts.verify();
    return text;
  }

  static String said(String value) {
    var texts = new Texts();
    String text = texts.requiredLines("said", value, SAID);
    texts.verify();
    return text;
  }

  static String remarks(String value) {
    var texts = new Texts();
    String text = texts.lines("remarks", value, REMARKS);
    texts.verify();
    return text;
  }

  record Closing(String remarks) {}

  @PostMapping("/api/cab/sittings/{sitting}/close")
  SittingBody close(@PathVariable UUID sitting, @RequestBody Closing closing) {
    sittings.close(sitting, remarks(closing.remarks()));
    return body(sittings.find(sitting));
  }

  /** The minutes as a text. */
  @GetMapping("/api/cab/sittings/{sitting}/minutes")
  ResponseEntity<byte[]> minutes(@PathVariable UUID sitting) {
    requireReader();
    Sitting one = sittings.find(sitting);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(
            words
                .minutes(one, sittings.attendance(one), sittings.proceedings(one))
                .getBytes(StandardCharsets.UTF_8));
  }

  private void requireReader() {
    requireReader(access);
  }

  /** The agenda and the minutes are about changes of everybody. */
  static void requireReader(ChangeAccess access) {
    if (!access.seesAll()) {
      throw Refusal.forbidden("cab.not-allowed", "Only whoever sees all changes sees this.");
    }
  }
}
