package org.itsmsuite.catalogue;

import java.util.List;

/**
 * An organisation, or a part of one, that receives services.
 *
 * @param contacts accounts that speak for it
 * @param users accounts of its users
 * @param email where the customer is told of missed targets, or null
 */
public record Customer(
    String id, String name, List<String> contacts, List<String> users, String email) {}
