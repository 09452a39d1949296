/** The conversation for programs and on the pages of records. */
package org.itsmsuite.conversation.web;
