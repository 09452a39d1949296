/**
 * What stores share: a unit of work per transaction, so that a record is read and written once,
 * however many steps touch it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.itsmsuite.database;
