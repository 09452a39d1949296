package org.itsmsuite.web.login;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * How people and programs prove who they are: with accounts of the suite, or at an outside identity
 * provider. There is one of each profile; the chains are the same for all.
 */
public interface LoginMethod {

  /** The chain of our own pages, where people log in and out. */
  void forPages(HttpSecurity http) throws Exception;

  /** A chain that people use with the session they have from our pages. */
  void forSessions(HttpSecurity http) throws Exception;

  /**
   * A chain whose callers prove who they are with every request.
   *
   * @param door tells them what is missing or wrong
   */
  void forPrograms(HttpSecurity http, AuthenticationEntryPoint door) throws Exception;

  /** Where somebody is sent who has to log in first. */
  String start();

  /** The template of the page {@code /login}. */
  String page();

  /** What a program is asked for, as the header {@code WWW-Authenticate} says it. */
  String challenge(AuthenticationException why);

  /** The same in words, for a problem document: {@code HTTP Basic}. */
  String proof();
}
