package org.itsmsuite.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Tokens that a test writes and signs itself, right in everything but what it says. */
record OwnTokens(String issuer, KeyPair keys, String kid) {

  static JWTClaimsSet.Builder right(String issuer, String account) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience("itsm-rest")
        .subject(UUID.randomUUID().toString())
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(120)))
        .claim("typ", "Bearer")
        .claim("azp", "itsm-programs")
        .claim("preferred_username", account)
        .claim("groups", List.of("/service-desk"));
  }

  /** Signed as the realm signs. */
  String of(String account, UnaryOperator<JWTClaimsSet.Builder> difference) {
    return signed(difference.apply(right(issuer, account)).build(), kid, keys, "JWT");
  }

  static String signed(JWTClaimsSet claims, String kid, KeyPair keys, String type) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType(type)).keyID(kid).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(keys.getPrivate()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
