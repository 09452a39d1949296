package org.itsmsuite.identity.process;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.identity.AccountPage;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.EngineSession;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.identity.ReservedNames;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts in the engine's own identity tables, so that its web applications administer them. */
@Component
@Profile("!keycloak")
class BuiltInAccounts implements Accounts {

  // Longer ones are not tried: hashing them would cost whoever asks nothing and us much.
  private static final int LONGEST = 200;

  private final IdentityService identity;
  private final EngineSession session;
  private final JdbcClient jdbc;
  private final PasswordManager passwords;
  private final UserEntity nobody;

  BuiltInAccounts(
      IdentityService identity,
      EngineSession session,
      JdbcClient jdbc,
      ProcessEngineConfigurationImpl engine) {
    this.identity = identity;
    this.session = session;
    this.jdbc = jdbc;
    this.passwords = engine.getPasswordManager();
    this.nobody = nobody(passwords);
  }

  /** Stands in for an account that does not exist, so that looking costs the same. */
  private static UserEntity nobody(PasswordManager passwords) {
    var nobody = new UserEntity();
    var salt = UUID.randomUUID().toString();
    nobody.setSalt(salt);
    nobody.setDbPassword(passwords.encrypt(EncryptionUtil.saltPassword(salt, salt)));
    return nobody;
  }

  @Override
  public Login logIn(String name, String password) {
    if (isUnusable(name) || isUnusable(password) || ReservedNames.isReserved(name)) {
      return Login.REFUSED;
    }
    return matches(name, password) ? Login.ACCEPTED : Login.REFUSED;
  }

  /**
   * As the engine compares them, but without its lock: that one says which accounts exist, and
   * costs a write only where there is one. Too many attempts are stopped before, whoever is meant.
   */
  private boolean matches(String name, String password) {
    // One without a password is one that nobody can log in with.
    var account = find(name).filter(one -> one.getPassword() != null).orElse(nobody);
    var salted = EncryptionUtil.saltPassword(password, account.getSalt());
    return passwords.check(salted, account.getPassword()) && account != nobody;
  }

  /** Its salt: the engine draws a new one for each password. */
  @Override
  public String passwordMark(String name) {
    return UnitOfWork.quietly(
        () ->
            jdbc.sql("select SALT_ from ACT_ID_USER where ID_ = ?")
                .param(name)
                .query((row, number) -> Objects.requireNonNullElse(row.getString(1), ""))
                .optional()
                .orElse(""));
  }

  private Optional<UserEntity> find(String name) {
    return Optional.ofNullable(
        (UserEntity) session.trusted(() -> identity.createUserQuery().userId(name).singleResult()));
  }

  /**
   * Read with every request, so by one statement that needs no transaction; and neither the rights
   * of whoever asks nor a limit on their lists can thin out the answer.
   */
  @Override
  public Set<String> groupsOf(String name) {
    return Set.copyOf(
        UnitOfWork.quietly(
            () ->
                jdbc.sql("select distinct GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ = ?")
                    .param(name)
                    .query(String.class)
                    .list()));
  }

  @Override
  public boolean exists(String name) {
    return UnitOfWork.quietly(
        () ->
            jdbc.sql("select count(*) from ACT_ID_USER where ID_ = ?")
                    .param(name)
                    .query(Long.class)
                    .single()
                > 0);
  }

  @Override
  public AccountPage membersOf(String group, int page, int size) {
    AccountPage.check(page, size);
    List<String> names =
        UnitOfWork.quietly(
            () ->
                jdbc.sql(
                        """
                        select USER_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ = ?
                        order by USER_ID_ offset ? rows fetch next ? rows only
                        """)
                    .params(group, (long) page * size, size + 1)
                    .query(String.class)
                    .list());
    return new AccountPage(
        names.subList(0, Math.min(size, names.size())), page, size, names.size() > size);
  }

  @Override
  public Optional<String> emailOf(String name) {
    return find(name).map(account -> Objects.requireNonNullElse(account.getEmail(), ""));
  }

  @Override
  public Map<String, String> emailsOf(Collection<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    return UnitOfWork.quietly(
        () -> {
          Map<String, String> known = new LinkedHashMap<>();
          jdbc.sql("select ID_, EMAIL_ from ACT_ID_USER where ID_ in (:names)")
              .param("names", names)
              .query(
                  row -> {
                    known.put(row.getString(1), Objects.requireNonNullElse(row.getString(2), ""));
                  });
          return known;
        });
  }

  @Override
  public boolean hasAdministrator() {
    return identity.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count() > 0;
  }

  @Override
  public void createAdministrator(String name, String password) {
    var user = identity.createUserQuery().userId(name).singleResult();
    if (user == null) {
      user = identity.newUser(name);
      user.setFirstName("Suite");
      user.setLastName("Administrator");
    }
    user.setPassword(password);
    identity.saveUser(user);
    if (!groupsOf(name).contains(Groups.ADMINISTRATORS)) {
      identity.createMembership(name, Groups.ADMINISTRATORS);
    }
  }

  private static boolean isUnusable(String text) {
    return text == null || text.isEmpty() || text.length() > LONGEST;
  }
}
