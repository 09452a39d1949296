package org.itsmsuite.identity.directory;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends single requests; each ends within the time for an answer, body and all. */
final class Http {

  /** What came back, whatever the status. */
  record Answer(int status, byte[] body) {}

  private final HttpClient client;
  private final Duration answer;

  Http(Duration connect, Duration answer) {
    // A redirect would carry the token to wherever it points.
    this.client =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(connect)
            .build();
    this.answer = answer;
  }

  Answer get(URI address, String token) {
    return send(
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json"));
  }

  Answer post(URI address, String form) {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private Answer send(HttpRequest.Builder request) {
    // The client's own time-out ends with the headers; a body that stalls would be waited for.
    var running = client.sendAsync(request.build(), BodyHandlers.ofByteArray());
    try {
      var response = running.get(answer.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      running.cancel(true);
      throw new CallFailed("no answer within " + answer);
    } catch (ExecutionException e) {
      throw new CallFailed(String.valueOf(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw new CallFailed("interrupted", e);
    }
  }
}
