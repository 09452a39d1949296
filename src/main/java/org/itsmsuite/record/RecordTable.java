package org.itsmsuite.record;

/**
 * Where a practice's records stand, for queries over all practices that narrow by what every record
 * has. Names of the database, never from outside; each practice publishes one bean.
 *
 * @param practice such as {@code incident}
 * @param bundle under which its models are released: its folder in {@code processes/}
 * @param table such as {@code itsm.incident}
 * @param number column of the record's number
 * @param service column of the service's id
 * @param customer column of the customer's id; may hold null
 * @param openedAt column of the moment it was opened
 */
public record RecordTable(
    String practice,
    String bundle,
    String table,
    String number,
    String service,
    String customer,
    String openedAt) {}
