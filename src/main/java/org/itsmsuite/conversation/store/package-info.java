/** Entries and files in the suite's own tables. */
package org.itsmsuite.conversation.store;
